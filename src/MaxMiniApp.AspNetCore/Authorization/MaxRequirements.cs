using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class MaxRequirements
{
    private static readonly LaunchRequirements Max = new(MaxMiniAppDefaults.Issuer);

    public static IAuthorizationRequirement User(params long[] userIds) => Max.User(MaxClaimTypes.UserId, userIds);

    public static IAuthorizationRequirement Language(params string[] languages) => Max.OneOf(MaxClaimTypes.Language, "The language", languages);

    public static IAuthorizationRequirement ChatType(params string[] types) =>
        Max.OneOf(MaxClaimTypes.ChatType, "The kind of chat that the mini app was opened in", types);

    public static IAuthorizationRequirement LaunchWithin(TimeSpan maxAge) => Max.LaunchWithin(MaxClaimTypes.AuthDate, maxAge);
}
