using System.Globalization;
using Microsoft.AspNetCore.Http;
using MiniApp;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class VkRequirements
{
    private static readonly PlatformDemands Vk = new(VkMiniAppDefaults.Issuer);

    public static LaunchRequirement User(params long[] userIds) => Vk.User(VkClaimTypes.UserId, userIds);

    public static LaunchRequirement App(params long[] appIds) => Vk.OneOf(VkClaimTypes.AppId, appIds, "The mini app", nameof(appIds));

    public static LaunchRequirement Platform(params string[] platforms) =>
        Vk.OneOf(VkClaimTypes.Platform, platforms, "The platform", nameof(platforms));

    public static LaunchRequirement Language(params string[] languages) =>
        Vk.OneOf(VkClaimTypes.Language, languages, "The language", nameof(languages));

    public static LaunchRequirement Scope(params string[] scopes)
    {
        var demanded = PlatformDemands.Require(scopes, nameof(scopes));
        return Vk.Create(
            $"The user must have granted {string.Join(" and ", demanded)}.",
            launch => launch[VkClaimTypes.AccessTokenSettings]?.Split(',') is { } granted && Array.TrueForAll(demanded, granted.Contains));
    }

    public static LaunchRequirement GroupRole(params string[] roles)
    {
        var accepted = PlatformDemands.Require(roles, nameof(roles));
        return Vk.Create(
            $"The user must be {PlatformDemands.Or(accepted)} of the community that the mini app was opened from.",
            launch => launch.Number(VkClaimTypes.GroupId) > 0 && HasRole(launch, accepted));
    }

    public static LaunchRequirement GroupRole(long groupId, string[] roles)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groupId);

        var accepted = PlatformDemands.Require(roles, nameof(roles));
        return Vk.Create(
            $"The user must be {PlatformDemands.Or(accepted)} of community {groupId}, and have opened the mini app from there.",
            launch => launch.Number(VkClaimTypes.GroupId) == groupId && HasRole(launch, accepted));
    }

    public static LaunchRequirement GroupRoleOfRoute(string routeParameter, string[] roles)
    {
        ArgumentException.ThrowIfNullOrEmpty(routeParameter);

        var accepted = PlatformDemands.Require(roles, nameof(roles));
        return new LaunchRequirement(
            VkMiniAppDefaults.Issuer,
            $"The user must be {PlatformDemands.Or(accepted)} of the community in the route, and have opened the mini app from there.",
            (launch, request) => launch.Number(VkClaimTypes.GroupId) is { } groupId
                && groupId == RouteNumber(request, routeParameter)
                && HasRole(launch, accepted));
    }

    public static LaunchAgeRequirement LaunchWithin(TimeSpan maxAge) => new(VkMiniAppDefaults.Issuer, maxAge, ReadTime);

    private static bool HasRole(LaunchClaims launch, string[] roles) => launch.IsOneOf(VkClaimTypes.ViewerGroupRole, roles);

    private static long? RouteNumber(HttpContext? request, string parameter) =>
        long.TryParse(request?.Request.RouteValues[parameter]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? ReadTime(LaunchClaims launch) => launch.Number(VkClaimTypes.Timestamp) is { } timestamp
        ? launch[VkClaimTypes.OkUserId] is null ? timestamp : UnixTime.ToSeconds(timestamp)
        : null;
}
