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
    /// <summary>By a launch.</summary>
    public static readonly SignInRequirement Launch = new("The user must come with a launch.", user => user.GetLaunch() is not null);

    /// <summary>By a session.</summary>
    public static readonly SignInRequirement Session = new("The user must come with a session.", user => user.GetSession() is not null);

    /// <summary>By either.</summary>
    public static readonly SignInRequirement LaunchOrSession =
        new("The user must come with a launch or a session.", user => (user.GetLaunch(), user.GetSession()) is not (null, null));

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (isMet(context.User))
        {
            context.Succeed(this);
        }

        return Task.CompletedTask;
    }

    public override string ToString() => sentence;

    /// <summary>All that is demanded where a session begins and ends: the application's own policies are for what its users do between.</summary>
    /// <param name="scheme">What signs the user in.</param>
    public AuthorizationPolicy ToPolicy(string scheme) => new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().AddRequirements(this).Build();
}
