using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Something that the user's launch must say.</summary>
/// <param name="platform">The platform that must have said it: the claims' original issuer.</param>
/// <param name="demand">The requirement in a sentence, for whoever asks why it failed. It tells of the rule, not of the user.</param>
/// <param name="isMet">Whether one launch meets it, in this request where it is one.</param>
internal sealed class LaunchRequirement(string platform, string demand, Func<LaunchClaims, HttpContext?, bool> isMet)
    : IAuthorizationRequirement, IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var request = context.Resource as HttpContext;

        if (context.User.Identities.Any(identity => identity.IsAuthenticated && isMet(new LaunchClaims(identity, platform), request)))
        {
            context.Succeed(this);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, demand));
        }

        return Task.CompletedTask;
    }

    public override string ToString() => demand;
}
