using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore;

/// <summary>The answers that give no session.</summary>
internal static class SessionAnswers
{
    /// <summary>How long a client waits before it asks again what can't be told now.</summary>
    private const int RetryAfterSeconds = 1;

    /// <summary>Answers 401 with a challenge that says what a page can act on, or 503 where nothing can be told now.</summary>
    /// <param name="response">The response.</param>
    /// <param name="realm">The challenge's realm.</param>
    /// <param name="failure">Why; <see langword="null"/> where there were no credentials.</param>
    public static void Refuse(HttpResponse response, string? realm, Exception? failure)
    {
        if (failure is MiniAppUnavailableException)
        {
            Delay(response);
            return;
        }

        var reason = ReasonOf(failure);
        Challenge(response, realm, failure is null ? null : "invalid_token", reason is null ? null : failure?.Message, reason);
    }

    /// <summary>Answers 401 with a reason of the application's.</summary>
    public static void Refuse(HttpResponse response, string? realm, string reason) =>
        Challenge(response, realm, "invalid_token", description: null, reason);

    /// <summary>Answers 503: nothing is known of the user, and the same request may do later.</summary>
    public static void Delay(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Answers with a problem (RFC 9457), by the application's service for that if it has one.</summary>
    public static async Task ExplainAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Detail = detail };
        if (context.RequestServices.GetService<IProblemDetailsService>() is { } service
            && await service.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem }))
        {
            return;
        }

        context.Response.ContentType = "application/problem+json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
        writer.WriteNumber("status", status);
        writer.WriteString("detail", detail);
        writer.WriteEndObject();
    }

    private static void Challenge(HttpResponse response, string? realm, string? error, string? description, string? reason)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.Append(
            HeaderNames.WWWAuthenticate, BearerChallenge.Format("Bearer", realm, error, description, errorUri: null, reason));
        new AnnouncedProblem(error, description, reason).Announce(response.HttpContext.Features);
    }

    private static string? ReasonOf(Exception? failure) => failure switch
    {
        MiniAppExpiredException => ChallengeReasons.Expired,
        MiniAppReplayedException => ChallengeReasons.Replayed,
        MiniAppRevokedException => ChallengeReasons.Revoked,
        MiniAppBlockedException => ChallengeReasons.Banned,
        _ => null,
    };
}
