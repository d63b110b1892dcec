using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a policy can require of a launch, whichever platform signed it. What one platform alone says, its own extensions require.</summary>
public static class MiniAppAuthorizationPolicyBuilderExtensions
{
    /// <summary>
    /// Requires a launch that a platform signed recently, whichever platform: for actions that a stolen launch must not allow. A user who
    /// lacks nothing else is challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470). No
    /// session and no cookie will do, however recent the launch was that it was issued after.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="maxAge">The greatest age, from zero up, in whole seconds; a launch exactly that old is accepted.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxAge"/> is negative.</exception>
    public static AuthorizationPolicyBuilder RequireMiniAppLaunchWithin(this AuthorizationPolicyBuilder policy, TimeSpan maxAge)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(new LaunchAgeRequirement(maxAge));
    }
}
