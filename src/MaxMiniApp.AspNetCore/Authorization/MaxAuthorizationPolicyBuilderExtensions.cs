using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Authorization;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// What a policy can require of a launch in MAX. Only claims made by MAX count, including those in a session issued after a launch. The
/// framework's log names the requirements that are not met.
/// </summary>
public static class MaxAuthorizationPolicyBuilderExtensions
{
    /// <summary>Requires a user of MAX: any, or one of these.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="userIds">The users' ids; none for any user.</param>
    /// <exception cref="ArgumentException">An id is not above 0.</exception>
    public static AuthorizationPolicyBuilder RequireMaxUser(this AuthorizationPolicyBuilder policy, params long[] userIds) =>
        Add(policy, MaxRequirements.User(userIds));

    /// <summary>Requires that the user's MAX is in one of these languages.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="languages">MAX's names of them, such as <c>ru</c>.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireMaxLanguage(this AuthorizationPolicyBuilder policy, params string[] languages) =>
        Add(policy, MaxRequirements.Language(languages));

    /// <summary>Requires that the mini app was opened in a chat of one of these kinds.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="types">The kinds.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireMaxChatType(this AuthorizationPolicyBuilder policy, params MaxChatType[] types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return Add(policy, MaxRequirements.ChatType(Array.ConvertAll(types, type => type.Value)));
    }

    /// <summary>
    /// Requires that the mini app was opened recently: for actions that stolen init data must not allow. A user who lacks nothing else is
    /// challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470).
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="maxAge">The greatest age, from zero up, in whole seconds; a launch exactly that old is accepted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxAge"/> is negative.</exception>
    public static AuthorizationPolicyBuilder RequireMaxLaunchWithin(this AuthorizationPolicyBuilder policy, TimeSpan maxAge) =>
        Add(policy, MaxRequirements.LaunchWithin(maxAge));

    private static AuthorizationPolicyBuilder Add(AuthorizationPolicyBuilder policy, IAuthorizationRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(requirement);
    }
}
