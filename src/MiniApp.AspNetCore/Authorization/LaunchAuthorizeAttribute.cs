using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// An <see cref="AuthorizeAttribute"/> that also requires something of the user's launch. Several of them, and policies beside them, must
/// all be met. The framework's log names those that are not.
/// </summary>
/// <remarks>
/// It counts on endpoints: the handler of one, a controller or an action, a hub, the model of a Razor Page. On a method of a hub, or on the handler
/// of a page, the framework would pass it over; requests are refused there with an exception that says so. A component of Blazor that a router
/// goes to over a web socket is no endpoint either, and nobody can tell: there, and on the methods of hubs, name a policy instead.
/// </remarks>
public abstract class LaunchAuthorizeAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>Makes the attribute.</summary>
    protected LaunchAuthorizeAttribute()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [CreateRequirement()];

    /// <summary>Makes the requirement: see <see cref="LaunchRequirements"/>.</summary>
    protected abstract IAuthorizationRequirement CreateRequirement();
}
