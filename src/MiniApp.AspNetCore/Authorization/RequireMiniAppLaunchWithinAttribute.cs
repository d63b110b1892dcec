using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// Requires a launch that a platform signed recently, whichever platform: for actions that a stolen launch must not allow. A user who lacks
/// nothing else is challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470).
/// </summary>
/// <param name="minutes">The greatest age, in minutes, from 0 up; a launch exactly that old is accepted.</param>
/// <remarks>No session and no cookie will do, however recent the launch was that it was issued after.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireMiniAppLaunchWithinAttribute(int minutes) : LaunchAuthorizeAttribute
{
    /// <summary>The greatest age, in minutes.</summary>
    public int Minutes => minutes;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => new LaunchAgeRequirement(TimeSpan.FromMinutes(minutes));
}
