using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore;

/// <summary>Writes what a scheme answers to a request that it turns away.</summary>
internal static class ChallengeAnswer
{
    /// <summary>Writes a challenge, or where nobody knows yet whether the token is good, that it can be tried again.</summary>
    public static void Write(MiniAppChallengeContext challenge)
    {
        var (context, options) = (challenge.HttpContext, challenge.Options);
        if (challenge.AuthenticateFailure is MiniAppUnavailableException)
        {
            Unavailability.Announce(context);
            Announce(new AnnouncedProblem(Detail: challenge.ErrorDescription) { IsUnavailability = true }, context, options);
            return;
        }

        if (!Unavailability.IsAnnounced(context))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        context.Response.Headers.Append(HeaderNames.WWWAuthenticate, BearerChallenge.Format(
            options.AuthSchemes[0],
            options.Realm,
            challenge.Error,
            challenge.ErrorDescription,
            challenge.ErrorUri,
            challenge.Reason,
            challenge.MaxAge));
        Announce(new AnnouncedProblem(challenge.Error, challenge.ErrorDescription, challenge.Reason, challenge.MaxAge), context, options);
    }

    public static void Announce(AnnouncedProblem problem, HttpContext context, MiniAppOptions options)
    {
        if (options.WriteProblemDetails)
        {
            problem.Announce(context.Features);
        }
    }
}
