namespace MiniApp.AspNetCore;

/// <summary>What measurements and traces tell of a launch, beside its app and its time: nothing about the person.</summary>
/// <param name="Platform">The platform's name in lower case, such as <c>vk</c>: always the same.</param>
/// <param name="Client">
/// What the app runs in, by the platform's name for it, where the platform tells it. It becomes a tag of a metric, so it must be
/// signed, and one of a few.
/// </param>
public readonly record struct LaunchFacts(string Platform, string? Client);
