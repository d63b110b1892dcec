using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Requires a user of VK: any, or one of these. A launch inside Odnoklassniki has none.</summary>
/// <param name="userIds">The users' ids, above 0; none for any user.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkUserAttribute(params long[] userIds) : LaunchAuthorizeAttribute
{
    /// <summary>The users' ids; none for any user.</summary>
    public IReadOnlyList<long> UserIds => userIds;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => VkRequirements.User(userIds);
}
