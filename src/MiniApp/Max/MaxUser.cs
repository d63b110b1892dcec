using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace MaxMiniApp;

/// <summary>A user, as the field <c>user</c> describes one.</summary>
/// <inheritdoc/>
public sealed class MaxUser : InitDataUser
{
    /// <summary>A user of whom nothing is known yet.</summary>
    public MaxUser()
    {
    }

    [SetsRequiredMembers]
    internal MaxUser(in UserMembers members)
        : base(members)
    {
    }
}
