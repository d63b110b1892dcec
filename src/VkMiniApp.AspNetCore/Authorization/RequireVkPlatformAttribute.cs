using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Requires that the mini app runs in one of these clients, which VK calls platforms: <c>vk_platform</c>.</summary>
/// <param name="platforms">VK's names of them, such as <c>mobile_android</c>: see <see cref="VkPlatform"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkPlatformAttribute(params string[] platforms) : LaunchAuthorizeAttribute
{
    /// <summary>VK's names of the platforms.</summary>
    public IReadOnlyList<string> Platforms => platforms;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => VkRequirements.Platform(platforms);
}
