using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Something that the claims of one launch must say.</summary>
/// <param name="issuer">The platform.</param>
/// <param name="sentence">The requirement in a sentence.</param>
/// <param name="isMet">Whether one launch meets it, in this request where it is one.</param>
internal sealed class LaunchClaimsRequirement(string issuer, string sentence, Func<LaunchClaims, HttpContext?, bool> isMet)
    : LaunchRequirement(issuer, sentence), IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var request = Denial.FindRequest(context);
        Decide(context, IsMetBy(context, launch => isMet(launch, request)));
        return Task.CompletedTask;
    }
}
