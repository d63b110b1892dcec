using System.Globalization;
using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The requirements that policies and attributes are made of.</summary>
internal static class VkRequirements
{
    public static LaunchRequirement User(params long[] userIds)
    {
        var accepted = Demands.RequirePositive(userIds, nameof(userIds));

        return accepted.Length == 0
            ? Create("The user must be a user of VK.", launch => launch.Number(VkClaimTypes.UserId) > 0)
            : Create("The user must be one of those users of VK that are named.", launch => launch.IsOneOf(VkClaimTypes.UserId, accepted));
    }

    public static LaunchRequirement App(params long[] appIds)
    {
        var accepted = Demands.Require(appIds, nameof(appIds));
        return Create($"The mini app must be {Demands.Or(accepted)}.", launch => launch.IsOneOf(VkClaimTypes.AppId, accepted));
    }

    public static LaunchRequirement Platform(params string[] platforms)
    {
        var accepted = Demands.Require(platforms, nameof(platforms));
        return Create($"The platform must be {Demands.Or(accepted)}.", launch => launch.IsOneOf(VkClaimTypes.Platform, accepted));
    }

    public static LaunchRequirement Language(params string[] languages)
    {
        var accepted = Demands.Require(languages, nameof(languages));
        return Create($"The language must be {Demands.Or(accepted)}.", launch => launch.IsOneOf(VkClaimTypes.Language, accepted));
    }

    public static LaunchRequirement Scope(params string[] scopes)
    {
        var demanded = Demands.Require(scopes, nameof(scopes));
        return Create(
            $"The user must have granted {string.Join(" and ", demanded)}.",
            launch => launch[VkClaimTypes.AccessTokenSettings]?.Split(',') is { } granted && Array.TrueForAll(demanded, granted.Contains));
    }

    public static LaunchRequirement GroupRole(params string[] roles)
    {
        var accepted = Demands.Require(roles, nameof(roles));
        return Create(
            $"The user must be {Demands.Or(accepted)} of the community that the mini app was opened from.",
            launch => launch.Number(VkClaimTypes.GroupId) > 0 && HasRole(launch, accepted));
    }

    public static LaunchRequirement GroupRole(long groupId, string[] roles)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groupId);

        var accepted = Demands.Require(roles, nameof(roles));
        return Create(
            $"The user must be {Demands.Or(accepted)} of community {groupId}, and have opened the mini app from there.",
            launch => launch.Number(VkClaimTypes.GroupId) == groupId && HasRole(launch, accepted));
    }

    public static LaunchRequirement GroupRoleOfRoute(string routeParameter, string[] roles)
    {
        ArgumentException.ThrowIfNullOrEmpty(routeParameter);

        var accepted = Demands.Require(roles, nameof(roles));
        return new LaunchRequirement(
            VkMiniAppDefaults.Issuer,
            $"The user must be {Demands.Or(accepted)} of the community in the route, and have opened the mini app from there.",
            (launch, request) => launch.Number(VkClaimTypes.GroupId) is { } groupId
                && groupId == RouteNumber(request, routeParameter)
                && HasRole(launch, accepted));
    }

    public static LaunchAgeRequirement LaunchWithin(TimeSpan maxAge) => new(VkMiniAppDefaults.Issuer, maxAge, ReadTime);

    private static LaunchRequirement Create(string demand, Func<LaunchClaims, bool> isMet) => new(VkMiniAppDefaults.Issuer, demand, isMet);

    private static bool HasRole(LaunchClaims launch, string[] roles) => launch.IsOneOf(VkClaimTypes.ViewerGroupRole, roles);

    private static long? RouteNumber(HttpContext? request, string parameter) =>
        long.TryParse(request?.Request.RouteValues[parameter]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? ReadTime(LaunchClaims launch) => launch.Number(VkClaimTypes.Timestamp) is { } timestamp
        ? LaunchTimestamp.ToUnixSeconds(timestamp, isOdnoklassniki: launch[VkClaimTypes.OkUserId] is not null)
        : null;
}
