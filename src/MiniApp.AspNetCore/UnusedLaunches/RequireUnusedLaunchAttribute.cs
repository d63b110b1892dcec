using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// Demands a launch that nobody else has used, by what <see cref="LaunchLedgerOptions.Use"/> says, for what must not be done with a stolen
/// launch: on a controller or an action, a hub, the model of a Razor Page, or the handler of an endpoint. A user without a launch is refused
/// there, one with a session too. <c>RequireUnusedLaunch()</c> is the same for endpoints.
/// </summary>
/// <remarks>
/// A hub is asked when a connection is negotiated, or begun without that, and again where a request of the connection comes with another
/// launch. On a method of a hub, or on the handler of a page, the attribute would not be asked; requests are refused there with an exception
/// that says so. It says nothing about who may come: that is
/// <c>[Authorize]</c>'s.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireUnusedLaunchAttribute : Attribute, IAuthorizationRequirementData, IUsesLedger
{
    // An application without a scheme of a mini app has nothing that would ask for it. The framework finds nobody then who meets this.
    IEnumerable<IAuthorizationRequirement> IAuthorizationRequirementData.GetRequirements() => [UnusedLaunchRequirement.Instance];
}
