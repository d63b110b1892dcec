namespace MiniApp.AspNetCore;

/// <summary>What measurements and traces tell of a launch: nothing about the person.</summary>
/// <param name="Platform">The platform's name: <c>vk</c>, <c>telegram</c> or <c>max</c>.</param>
/// <param name="AppId">The app's or the bot's id, where the platform tells it.</param>
/// <param name="Client">What the app runs in, by the platform's name for it, where the platform tells it.</param>
/// <param name="Time">When the platform signed the launch.</param>
internal readonly record struct LaunchFacts(string Platform, long? AppId, string? Client, DateTimeOffset Time);
