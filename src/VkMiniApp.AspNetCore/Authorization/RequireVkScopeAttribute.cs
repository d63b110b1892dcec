using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Requires that the user granted the mini app all of these scopes.</summary>
/// <param name="scopes">VK's names of them, such as <c>friends</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkScopeAttribute(params string[] scopes) : LaunchAuthorizeAttribute
{
    /// <summary>VK's names of the scopes.</summary>
    public IReadOnlyList<string> Scopes => scopes;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => VkRequirements.Scope(scopes);
}
