using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class MaxRequirements
{
    private static readonly PlatformDemands Max = new(MaxMiniAppDefaults.Issuer);

    public static LaunchRequirement User(params long[] userIds) => Max.User(MaxClaimTypes.UserId, userIds);

    public static LaunchRequirement Language(params string[] languages) =>
        Max.OneOf(MaxClaimTypes.Language, languages, "The language", nameof(languages));

    public static LaunchRequirement ChatType(params string[] types) =>
        Max.OneOf(MaxClaimTypes.ChatType, types, "The kind of chat that the mini app was opened in", nameof(types));

    public static LaunchAgeRequirement LaunchWithin(TimeSpan maxAge) =>
        new(MaxMiniAppDefaults.Issuer, maxAge, launch => launch.Number(MaxClaimTypes.AuthDate));
}
