namespace MiniApp.AspNetCore;

/// <summary>The scheme that takes sessions, and no launches.</summary>
/// <param name="Name">The scheme's name.</param>
internal sealed record SessionScheme(string Name);
