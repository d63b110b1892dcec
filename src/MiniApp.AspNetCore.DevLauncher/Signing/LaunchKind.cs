using System.Text.Json.Serialization;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What is to be right or wrong about a launch.</summary>
[JsonConverter(typeof(NameJsonConverter<LaunchKind>))]
internal enum LaunchKind
{
    /// <summary>Signed now.</summary>
    Fresh,

    /// <summary>Signed as long ago as the developer says.</summary>
    Aged,

    /// <summary>A second older than the scheme's lifetime.</summary>
    Expired,

    /// <summary>Dated further ahead than the scheme lets clocks differ.</summary>
    DatedAhead,

    /// <summary>Signed with a key that isn't the app's, or the bot's.</summary>
    Forged,

    /// <summary>Of an app, or a bot, that the scheme doesn't know.</summary>
    AnotherApp,
}
