using Microsoft.AspNetCore.Routing;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// What a launcher has of its platform. Its page has the rest: <c>form.html</c>, <c>platform.js</c> and <c>words.js</c> in the platform's
/// own folder.
/// </summary>
internal interface ILauncherPlatform
{
    /// <summary>The platform's name; in lower case it is the folder of the page's files that are the platform's own.</summary>
    string Name { get; }

    /// <summary>The call that adds a scheme of the platform to an application.</summary>
    string Registration { get; }

    /// <summary>The handler of the platform's schemes.</summary>
    Type Handler { get; }

    /// <summary>The scheme's options: read anew each time, so that a change to the configuration takes effect.</summary>
    MiniAppOptions Scheme { get; }

    /// <summary>
    /// Adds what the page asks of this platform's launcher: <c>settings</c> to pick from, <c>launch</c> to sign, and whatever else its
    /// bridge needs. The group lets nobody but the page in.
    /// </summary>
    void Map(RouteGroupBuilder group);
}
