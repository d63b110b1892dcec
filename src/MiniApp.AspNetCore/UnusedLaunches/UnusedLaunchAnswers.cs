using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>What a request is answered whose launch was used, or that has none.</summary>
internal static class UnusedLaunchAnswers
{
    /// <param name="context">The request.</param>
    /// <param name="scheme">The launch's own scheme.</param>
    /// <param name="verdict">Why it is refused.</param>
    public static async Task RefuseAsync(HttpContext context, string? scheme, LaunchUseVerdict verdict)
    {
        if (verdict.BindingFault is { } fault)
        {
            await ProblemAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, fault);
            return;
        }

        if (verdict.Failure == LaunchStateFailure.Unavailable)
        {
            Unavailability.Announce(context);
            await ProblemAnswer.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, LaunchStateFailures.All[verdict.Failure].Message);
            return;
        }

        context.Features.Set(ChallengeCause.Of(LaunchStateFailures.All[verdict.Failure]));
        await context.ChallengeAsync(scheme);
    }

    /// <summary>Asks for a launch.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scheme">The scheme that asks.</param>
    /// <param name="isSignedIn">Whether the user was signed in by something else, which a fresh launch mends.</param>
    public static async Task AskAsync(HttpContext context, string? scheme, bool isSignedIn)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (isSignedIn)
        {
            context.Features.Set(ChallengeCause.NoLaunch);
        }

        if (scheme is not null)
        {
            await context.ChallengeAsync(scheme);
        }
    }
}
