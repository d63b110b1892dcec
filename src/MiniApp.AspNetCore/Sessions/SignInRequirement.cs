using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// The user must have been signed in by one kind of credentials. Policies that are put together ask the schemes of all of them, so naming
/// one's scheme alone would let in whom another's signed in.
/// </summary>
/// <param name="sentence">The requirement in a sentence, which the framework's log has where it is not met.</param>
/// <param name="isMet">Whether the user was.</param>
internal sealed class SignInRequirement(string sentence, Func<ClaimsPrincipal, bool> isMet) : IAuthorizationRequirement, IAuthorizationHandler
{
    /// <summary>What takes launches alone.</summary>
    public static readonly AuthorizationPolicy Launch = Policy(
        MiniAppSessionDefaults.LaunchScheme, new("The user must come with a launch.", user => user.GetLaunch() is not null));

    /// <summary>What takes sessions alone.</summary>
    public static readonly AuthorizationPolicy Session = Policy(
        MiniAppSessionDefaults.AuthenticationScheme, new("The user must come with a session.", user => user.GetSession() is not null));

    /// <summary>What takes either.</summary>
    public static readonly AuthorizationPolicy LaunchOrSession = Policy(
        MiniAppSessionDefaults.LaunchOrSessionScheme,
        new("The user must come with a launch or a session.", user => (user.GetLaunch(), user.GetSession()) is not (null, null)));

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (isMet(context.User))
        {
            context.Succeed(this);
        }

        return Task.CompletedTask;
    }

    public override string ToString() => sentence;

    private static AuthorizationPolicy Policy(string scheme, SignInRequirement requirement) =>
        new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().AddRequirements(requirement).Build();
}
