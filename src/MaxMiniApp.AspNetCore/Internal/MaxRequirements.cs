using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class MaxRequirements
{
    public static LaunchRequirement User(params long[] userIds)
    {
        var accepted = Demands.RequirePositive(userIds, nameof(userIds));

        return accepted.Length == 0
            ? Create("The user must be a user of MAX.", launch => launch.Number(MaxClaimTypes.UserId) > 0)
            : Create("The user must be one of those users of MAX that are named.", launch => launch.IsOneOf(MaxClaimTypes.UserId, accepted));
    }

    public static LaunchRequirement Language(params string[] languages)
    {
        var accepted = Demands.Require(languages, nameof(languages));
        return Create($"The language must be {Demands.Or(accepted)}.", launch => launch.IsOneOf(MaxClaimTypes.Language, accepted));
    }

    public static LaunchRequirement ChatType(params string[] types)
    {
        var accepted = Demands.Require(types, nameof(types));
        return Create($"The mini app must have been opened in a chat that is {Demands.Or(accepted)}.", launch => launch.IsOneOf(MaxClaimTypes.ChatType, accepted));
    }

    public static LaunchAgeRequirement LaunchWithin(TimeSpan maxAge) =>
        new(MaxMiniAppDefaults.Issuer, maxAge, launch => launch.Number(MaxClaimTypes.AuthDate));

    private static LaunchRequirement Create(string demand, Func<LaunchClaims, bool> isMet) => new(MaxMiniAppDefaults.Issuer, demand, isMet);
}
