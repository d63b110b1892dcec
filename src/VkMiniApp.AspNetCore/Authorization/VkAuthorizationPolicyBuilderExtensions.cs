using Microsoft.AspNetCore.Authorization;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// What a policy can require of a VK launch. Only claims made by VK count, including those in a session issued after a launch. A launch
/// inside Odnoklassniki meets no requirement about users, communities or accesses, because Odnoklassniki has its own. The framework's log
/// names the requirements that are not met.
/// </summary>
public static class VkAuthorizationPolicyBuilderExtensions
{
    /// <summary>Requires a user of VK: any, or one of these. A launch inside Odnoklassniki has none.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="userIds">The users' ids; none for any user.</param>
    /// <exception cref="ArgumentException">An id is not above 0.</exception>
    public static AuthorizationPolicyBuilder RequireVkUser(this AuthorizationPolicyBuilder policy, params long[] userIds) =>
        Add(policy, VkRequirements.User(userIds));

    /// <summary>Requires that the mini app is one of these.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="appIds">The apps' ids.</param>
    /// <exception cref="ArgumentException">There is none, or one is not above 0.</exception>
    public static AuthorizationPolicyBuilder RequireVkApp(this AuthorizationPolicyBuilder policy, params long[] appIds) =>
        Add(policy, VkRequirements.App(appIds));

    /// <summary>Requires that the mini app runs in one of these clients, which VK calls platforms: <c>vk_platform</c>.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="platforms">VK's platforms.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireVkPlatform(this AuthorizationPolicyBuilder policy, params VkPlatform[] platforms)
    {
        ArgumentNullException.ThrowIfNull(platforms);
        return Add(policy, VkRequirements.Platform(Array.ConvertAll(platforms, platform => platform.Value)));
    }

    /// <summary>Requires that VK's interface is in one of these languages.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="languages">VK's names of them, such as <c>ru</c>.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireVkLanguage(this AuthorizationPolicyBuilder policy, params string[] languages) =>
        Add(policy, VkRequirements.Language(languages));

    /// <summary>Requires that the user granted the mini app all of these scopes.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="scopes">VK's names of them, such as <c>friends</c>.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireVkScope(this AuthorizationPolicyBuilder policy, params string[] scopes) =>
        Add(policy, VkRequirements.Scope(scopes));

    /// <summary>
    /// Requires one of these roles in the community that the mini app was opened from, whichever that is. Anybody can be the administrator
    /// of a community of their own, so use it only for endpoints that touch nothing but that community's data.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="roles">The roles. A user has exactly one: list the higher ones too.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireVkGroupRole(this AuthorizationPolicyBuilder policy, params VkGroupRole[] roles) =>
        Add(policy, VkRequirements.GroupRole(Names(roles)));

    /// <summary>Requires one of these roles in this community, and that the mini app was opened from there.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="groupId">The community's id.</param>
    /// <param name="roles">The roles. A user has exactly one: list the higher ones too.</param>
    /// <exception cref="ArgumentException">The id is not above 0, there is no role, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireVkGroupRole(this AuthorizationPolicyBuilder policy, long groupId, params VkGroupRole[] roles) =>
        Add(policy, VkRequirements.GroupRole(groupId, Names(roles)));

    /// <summary>
    /// Requires one of these roles in the community whose id is in the request's route, and that the mini app was opened from there.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="routeParameter">The route parameter that holds the community's id: <c>groupId</c> in <c>/communities/{groupId}</c>.</param>
    /// <param name="roles">The roles. A user has exactly one: list the higher ones too.</param>
    /// <exception cref="ArgumentException">The parameter's name is empty, there is no role, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireVkGroupRole(
        this AuthorizationPolicyBuilder policy, string routeParameter, params VkGroupRole[] roles) =>
        Add(policy, VkRequirements.GroupRoleOfRoute(routeParameter, Names(roles)));

    /// <summary>
    /// Requires that VK signed the launch recently: for actions that a stolen launch must not allow. A user who lacks nothing else is
    /// challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470).
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="maxAge">The greatest age, from zero up, in whole seconds; a launch exactly that old is accepted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxAge"/> is negative.</exception>
    public static AuthorizationPolicyBuilder RequireVkLaunchWithin(this AuthorizationPolicyBuilder policy, TimeSpan maxAge) =>
        Add(policy, VkRequirements.LaunchWithin(maxAge));

    private static AuthorizationPolicyBuilder Add(AuthorizationPolicyBuilder policy, IAuthorizationRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(requirement);
    }

    private static string[] Names(VkGroupRole[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return Array.ConvertAll(roles, role => role.Value);
    }
}
