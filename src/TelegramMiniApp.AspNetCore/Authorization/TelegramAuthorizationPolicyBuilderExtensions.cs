using Microsoft.AspNetCore.Authorization;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// What a policy can require of a launch in Telegram. Only claims made by Telegram count, including those in a session issued after a
/// launch. Users of the test servers meet none, unless <see cref="TelegramMiniAppOptions.TreatTestAsProduction"/> is set. The framework's
/// log names the requirements that are not met.
/// </summary>
public static class TelegramAuthorizationPolicyBuilderExtensions
{
    /// <summary>Requires a user of Telegram: any, or one of these.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="userIds">The users' ids; none for any user.</param>
    /// <exception cref="ArgumentException">An id is not above 0.</exception>
    public static AuthorizationPolicyBuilder RequireTelegramUser(this AuthorizationPolicyBuilder policy, params long[] userIds) =>
        Add(policy, TelegramRequirements.User(userIds));

    /// <summary>Requires that the mini app is that of one of these bots.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="botIds">The bots' ids.</param>
    /// <exception cref="ArgumentException">There is none, or one is not above 0.</exception>
    public static AuthorizationPolicyBuilder RequireTelegramBot(this AuthorizationPolicyBuilder policy, params long[] botIds) =>
        Add(policy, TelegramRequirements.Bot(botIds));

    /// <summary>Requires a user who has Telegram Premium.</summary>
    /// <param name="policy">The policy.</param>
    public static AuthorizationPolicyBuilder RequireTelegramPremium(this AuthorizationPolicyBuilder policy) =>
        Add(policy, TelegramRequirements.Premium());

    /// <summary>Requires that the user's Telegram is set to one of these languages.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="languages">Telegram's names of them, such as <c>ru</c>.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireTelegramLanguage(this AuthorizationPolicyBuilder policy, params string[] languages) =>
        Add(policy, TelegramRequirements.Language(languages));

    /// <summary>Requires that the mini app was opened in a chat of one of these kinds.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="types">The kinds.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AuthorizationPolicyBuilder RequireTelegramChatType(this AuthorizationPolicyBuilder policy, params TelegramChatType[] types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return Add(policy, TelegramRequirements.ChatType(Array.ConvertAll(types, type => type.Value)));
    }

    /// <summary>
    /// Requires that the mini app was opened recently: for actions that stolen init data must not allow. A user who lacks nothing else is
    /// challenged for a fresh one: 401 with <c>insufficient_user_authentication</c> and <c>max_age</c> (RFC 9470).
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="maxAge">The greatest age, from zero up, in whole seconds; a launch exactly that old is accepted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxAge"/> is negative.</exception>
    public static AuthorizationPolicyBuilder RequireTelegramLaunchWithin(this AuthorizationPolicyBuilder policy, TimeSpan maxAge) =>
        Add(policy, TelegramRequirements.LaunchWithin(maxAge));

    private static AuthorizationPolicyBuilder Add(AuthorizationPolicyBuilder policy, IAuthorizationRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.AddRequirements(requirement);
    }
}
