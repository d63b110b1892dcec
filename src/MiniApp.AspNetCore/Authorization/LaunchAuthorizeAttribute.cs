using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// An <see cref="AuthorizeAttribute"/> that also requires something of the user's launch. Several of them, and policies beside them, must
/// all be met. The framework's log names those that are not.
/// </summary>
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
