using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Something that the user's launch must say.</summary>
/// <param name="issuer">The platform that must have said it: the claims' original issuer.</param>
/// <param name="sentence">The requirement in a sentence, for whoever asks why it failed. It tells of the rule, not of the user.</param>
/// <param name="isMet">Whether one launch meets it, in this request where it is one.</param>
internal sealed class LaunchRequirement(string issuer, string sentence, Func<LaunchClaims, HttpContext?, bool> isMet)
    : IAuthorizationRequirement, IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var request = context.Resource as HttpContext;

        if (context.User.Identities.Any(identity => identity.IsAuthenticated && isMet(new LaunchClaims(identity, issuer), request)))
        {
            context.Succeed(this);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, sentence));
        }

        return Task.CompletedTask;
    }

    public override string ToString() => sentence;
}
