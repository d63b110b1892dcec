using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>
/// Requires one of these roles in a community: the one with <see cref="GroupId"/>, or the one that <see cref="RouteParameter"/> names. With
/// neither, it is whichever community the mini app was opened from. Anybody can be the administrator of a community of their own, so leave
/// both out only where an endpoint touches nothing but that community's data.
/// </summary>
/// <param name="roles">
/// VK's names of the roles, such as <c>admin</c>: see <see cref="VkGroupRole"/>. A user has exactly one: list the higher ones too.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkGroupRoleAttribute(params string[] roles) : LaunchAuthorizeAttribute
{
    /// <summary>VK's names of the roles.</summary>
    public IReadOnlyList<string> GroupRoles => roles;

    /// <summary>The community's id, above 0.</summary>
    /// <value>0: not named here.</value>
    public long GroupId { get; set; }

    /// <summary>The route parameter that holds the community's id: <c>groupId</c> in <c>/communities/{groupId}</c>.</summary>
    /// <value><see langword="null"/>: not in the route.</value>
    public string? RouteParameter { get; set; }

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => (GroupId, RouteParameter) switch
    {
        (0, null) => VkRequirements.GroupRole(roles),
        (_, null) => VkRequirements.GroupRole(GroupId, roles),
        (0, _) => VkRequirements.GroupRoleOfRoute(RouteParameter, roles),
        _ => throw new InvalidOperationException($"{nameof(GroupId)} and {nameof(RouteParameter)} can't both name the community."),
    };
}
