using MiniApp.AspNetCore;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Platforms;

/// <summary>A platform's scheme with its settings, which are sound.</summary>
internal interface IScheme
{
    /// <summary>The scheme's name in the application.</summary>
    string Name { get; }

    MiniAppOptions Options { get; }

    /// <summary>How many keys a token may be proved with.</summary>
    int KeyCount { get; }

    /// <summary>What the platform's verifier says of a text, whatever it is.</summary>
    Verdict Judge(ReadOnlySpan<char> token);

    /// <summary>Signs a launch, with the newest key.</summary>
    /// <returns>The signed query.</returns>
    /// <exception cref="UsageException">The launch is not one of this platform, or there is no telling which key is meant.</exception>
    string Sign(LaunchDescriptor launch);
}
