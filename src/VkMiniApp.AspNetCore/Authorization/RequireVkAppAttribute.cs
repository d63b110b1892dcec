using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Requires that the mini app is one of these.</summary>
/// <param name="appIds">The apps' ids, above 0.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkAppAttribute(params long[] appIds) : LaunchAuthorizeAttribute
{
    /// <summary>The apps' ids.</summary>
    public IReadOnlyList<long> AppIds => appIds;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => VkRequirements.App(appIds);
}
