using MiniApp;

namespace MaxMiniApp;

/// <summary>A user, as the field <c>user</c> describes one.</summary>
/// <inheritdoc/>
public sealed class MaxUser : InitDataUser;
