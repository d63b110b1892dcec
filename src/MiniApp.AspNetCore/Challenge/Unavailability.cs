using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// The answer 503 (RFC 9110, section 15.6.4) to a request whose token is good for all that is known, which is too little. Where several
/// schemes turn it away, it comes before their 401: a page that took that for the last word would have its user launch anew for nothing.
/// </summary>
internal sealed class Unavailability
{
    /// <summary>In seconds (RFC 9110, section 10.2.3): a store that is back is read within one.</summary>
    private const string RetryAfter = "2";

    private static readonly Unavailability Announced = new();

    public static void Announce(HttpContext context)
    {
        context.Features.Set(Announced);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfter;
    }

    public static bool IsAnnounced(HttpContext context) => context.Features.Get<Unavailability>() is not null;

    /// <summary>Has the last word, after a stranger's scheme has turned the request away as well.</summary>
    public static void Insist(HttpContext context)
    {
        if (IsAnnounced(context) && context.Response is { HasStarted: false, StatusCode: StatusCodes.Status401Unauthorized } response)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
