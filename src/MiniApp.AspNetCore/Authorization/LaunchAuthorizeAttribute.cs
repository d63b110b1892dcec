using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// An <see cref="AuthorizeAttribute"/> that also demands something of the user's launch. Several of them, and policies beside them, must
/// all be met. A failed one says why in an <see cref="AuthorizationFailureReason"/>.
/// </summary>
public abstract class LaunchAuthorizeAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    private protected LaunchAuthorizeAttribute()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [CreateRequirement()];

    internal abstract IAuthorizationRequirement CreateRequirement();
}
