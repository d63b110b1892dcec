using Microsoft.AspNetCore.Routing;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What a launcher has of its platform.</summary>
internal interface ILauncherPlatform
{
    /// <summary>The platform's name.</summary>
    string Name { get; }

    /// <summary>What adds a scheme of the platform to an application.</summary>
    string Registration { get; }

    /// <summary>The handler of the platform's schemes.</summary>
    Type Handler { get; }

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    MiniAppOptions Scheme { get; }

    /// <summary>Why the scheme refuses a token, or <see langword="null"/>.</summary>
    string? FindFailure(ReadOnlySpan<char> token);

    /// <summary>Adds what the page asks of this platform's launcher: its settings, and to sign.</summary>
    void Map(RouteGroupBuilder group);
}
