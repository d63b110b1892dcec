using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>
/// Requires that VK signed the launch recently: for actions that a stolen launch must not allow. A user who lacks nothing else is
/// challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470).
/// </summary>
/// <param name="minutes">The greatest age, in minutes, from 0 up; a launch exactly that old is accepted.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkLaunchWithinAttribute(int minutes) : LaunchAuthorizeAttribute
{
    /// <summary>The greatest age, in minutes.</summary>
    public int Minutes => minutes;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => VkRequirements.LaunchWithin(TimeSpan.FromMinutes(minutes));
}
