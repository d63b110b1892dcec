using System.Text.Json;
using System.Text.Json.Serialization;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What is to be right or wrong about a launch.</summary>
[JsonConverter(typeof(LaunchKindJsonConverter))]
internal enum LaunchKind
{
    /// <summary>Signed now.</summary>
    Fresh,

    /// <summary>Signed as long ago as <see cref="LaunchRequest.AgeSeconds"/> says.</summary>
    Aged,

    /// <summary>A second older than the scheme's lifetime.</summary>
    Expired,

    /// <summary>Dated further ahead than the scheme lets clocks differ.</summary>
    DatedAhead,

    /// <summary>Signed with a key that isn't the app's.</summary>
    Forged,

    /// <summary>Of an app that the scheme doesn't know.</summary>
    AnotherApp,
}

/// <summary>In JSON a kind is its name in camel case, and no number.</summary>
internal sealed class LaunchKindJsonConverter() : JsonStringEnumConverter<LaunchKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
