using System.Collections.Frozen;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>The launch to sign. What is <see langword="null"/> was not asked for.</summary>
internal sealed record LaunchDescriptor(long UserId)
{
    /// <summary>How long ago it was signed; below zero for the future.</summary>
    public TimeSpan Age { get; init; }

    public string? Language { get; init; }

    /// <summary>The community; VK's alone.</summary>
    public long? GroupId { get; init; }

    /// <summary>The role in the community; VK's alone.</summary>
    public string? Role { get; init; }

    /// <summary>The user's first name; not VK's.</summary>
    public string? FirstName { get; init; }

    /// <summary>The user name; not VK's.</summary>
    public string? Username { get; init; }

    /// <summary>Parameters beyond these, or instead of what they say.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The further parameters as fields of init data, of which one is the proof.</summary>
    /// <exception cref="UsageException">The proof is among them.</exception>
    public IReadOnlyDictionary<string, string> ToInitDataFields() => Parameters.ContainsKey("hash")
        ? throw new UsageException("hash is what signing adds.", "Sign, and change the result by hand.")
        : Parameters;
}
