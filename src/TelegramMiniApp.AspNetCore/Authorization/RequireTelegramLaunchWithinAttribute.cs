using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>
/// Requires that the mini app was opened recently: for actions that stolen init data must not allow. A user who lacks nothing else is
/// challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470).
/// </summary>
/// <param name="minutes">The greatest age, in minutes, from 0 up; a launch exactly that old is accepted.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTelegramLaunchWithinAttribute(int minutes) : LaunchAuthorizeAttribute
{
    /// <summary>The greatest age, in minutes.</summary>
    public int Minutes => minutes;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => TelegramRequirements.LaunchWithin(TimeSpan.FromMinutes(minutes));
}
