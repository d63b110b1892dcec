using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore;

/// <summary>The answers to who is given no session.</summary>
internal static class SessionAnswers
{
    /// <summary>Answers 401 with a challenge that says what a page can act on, or 503 where nothing can be told now.</summary>
    /// <param name="context">The request.</param>
    /// <param name="realm">The challenge's realm.</param>
    /// <param name="failure">Why; <see langword="null"/> where there were no credentials.</param>
    public static void Refuse(HttpContext context, string? realm, Exception? failure)
    {
        if (failure is MiniAppUnavailableException)
        {
            Delay(context, failure.Message);
            return;
        }

        var reason = RefusalReason.Of(failure);
        Challenge(context, realm, failure is null ? null : "invalid_token", reason is null ? null : failure?.Message, reason);
    }

    /// <summary>Answers 401 with a reason of the application's.</summary>
    public static void Refuse(HttpContext context, string? realm, string reason) =>
        Challenge(context, realm, "invalid_token", description: null, reason);

    /// <summary>Answers 503: the same request may do later.</summary>
    public static void Delay(HttpContext context, string detail)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        Unavailability.Announce(context);
        new AnnouncedProblem(Detail: detail) { IsUnavailability = true }.Announce(context.Features);
    }

    /// <summary>Answers 503, and says in the log that it is for the keys of Data Protection.</summary>
    public static void DelayForKeys(HttpContext context, ILogger logger)
    {
        SessionLog.KeysMissing(logger);
        Delay(context, "The keys of sessions are not there");
    }

    private static void Challenge(HttpContext context, string? realm, string? error, string? description, string? reason)
    {
        // Of several schemes in a policy, another one's event may have written the answer.
        if (context.Response.HasStarted)
        {
            return;
        }

        if (!Unavailability.IsAnnounced(context))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        context.Response.Headers.Append(
            HeaderNames.WWWAuthenticate, BearerChallenge.Format("Bearer", realm, error, description, errorUri: null, reason));
        new AnnouncedProblem(error, description, reason).Announce(context.Features);
    }
}
