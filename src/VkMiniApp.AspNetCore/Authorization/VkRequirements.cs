using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class VkRequirements
{
    private static readonly LaunchRequirements Vk = new(VkMiniAppDefaults.Issuer);

    public static IAuthorizationRequirement User(params long[] userIds) => Vk.User(VkClaimTypes.UserId, userIds);

    public static IAuthorizationRequirement App(params long[] appIds) => Vk.OneOf(VkClaimTypes.AppId, "The mini app", appIds);

    public static IAuthorizationRequirement Platform(params string[] platforms) => Vk.OneOf(VkClaimTypes.Platform, "The platform", platforms);

    public static IAuthorizationRequirement Language(params string[] languages) => Vk.OneOf(VkClaimTypes.Language, "The language", languages);

    public static IAuthorizationRequirement Scope(params string[] scopes)
    {
        var required = LaunchRequirements.CopyNames(scopes);
        return Vk.Create(
            $"The user must have granted {string.Join(" and ", required)}.",
            launch => !IsOdnoklassniki(launch)
                && launch[VkClaimTypes.AccessTokenSettings]?.Split(',') is { } granted
                && Array.TrueForAll(required, granted.Contains));
    }

    public static IAuthorizationRequirement GroupRole(params string[] roles)
    {
        var accepted = LaunchRequirements.CopyNames(roles);
        return Vk.Create(
            $"The user must be {Or(accepted)} of the community that the mini app was opened from.",
            launch => launch.Number(VkClaimTypes.GroupId) > 0 && HasRole(launch, accepted));
    }

    public static IAuthorizationRequirement GroupRole(long groupId, string[] roles)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groupId);

        var accepted = LaunchRequirements.CopyNames(roles);
        return Vk.Create(
            $"The user must be {Or(accepted)} of community {groupId}, and have opened the mini app from there.",
            launch => launch.Number(VkClaimTypes.GroupId) == groupId && HasRole(launch, accepted));
    }

    public static IAuthorizationRequirement GroupRoleOfRoute(string routeParameter, string[] roles)
    {
        var accepted = LaunchRequirements.CopyNames(roles);
        return Vk.CreateForRoute(
            routeParameter,
            $"The user must be {Or(accepted)} of the community in the route, and have opened the mini app from there.",
            (launch, value) => launch.Number(VkClaimTypes.GroupId) is { } groupId && groupId == ReadNumber(value) && HasRole(launch, accepted));
    }

    public static IAuthorizationRequirement LaunchWithin(TimeSpan maxAge) => Vk.LaunchWithin(VkClaimTypes.Timestamp, maxAge);

    private static string Or(string[] roles) => string.Join(" or ", roles);

    private static bool HasRole(LaunchClaims launch, string[] roles) =>
        !IsOdnoklassniki(launch) && launch.IsOneOf(VkClaimTypes.ViewerGroupRole, roles);

    /// <summary>
    /// Whether a launch is one inside Odnoklassniki, whose communities and accesses are not VK's. Such a launch makes no claims of them, but
    /// a session that an earlier version issued may have kept some.
    /// </summary>
    private static bool IsOdnoklassniki(LaunchClaims launch) =>
        launch[VkClaimTypes.OkUserId] is not null
        || launch[VkLaunchParamNames.OkAppId] is not null
        || launch[VkLaunchParamNames.Client] == "ok";

    private static long? ReadNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
