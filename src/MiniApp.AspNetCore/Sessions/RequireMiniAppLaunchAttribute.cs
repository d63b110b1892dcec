using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// Takes launches alone, of all platforms: whoever comes with a session is asked for a launch. On a controller or an action, a hub, the model of a
/// Razor Page, or the handler of an endpoint. <c>RequireMiniAppLaunch()</c> is the same for endpoints.
/// </summary>
/// <remarks>
/// It needs <c>AddMiniAppSessions()</c>. What else says who may come counts beside it: the application's default policy, and policies of the class or
/// the group.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireMiniAppLaunchAttribute : LaunchAuthorizeAttribute
{
    /// <summary>Makes the attribute.</summary>
    public RequireMiniAppLaunchAttribute() => AuthenticationSchemes = MiniAppSessionDefaults.LaunchScheme;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => SignInRequirement.Launch;
}
