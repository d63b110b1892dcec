using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// Takes sessions alone: whoever comes with a launch is asked for a session. On a controller or an action, a hub, the model of a Razor Page, or the
/// handler of an endpoint. <c>RequireMiniAppSession()</c> is the same for endpoints.
/// </summary>
/// <remarks><inheritdoc cref="RequireMiniAppLaunchAttribute" path="/remarks/node()"/></remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireMiniAppSessionAttribute : LaunchAuthorizeAttribute
{
    /// <summary>Makes the attribute.</summary>
    public RequireMiniAppSessionAttribute() => AuthenticationSchemes = MiniAppSessionDefaults.AuthenticationScheme;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => SignInRequirement.Session;
}
