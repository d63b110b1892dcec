using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.Tool.Serving;

/// <summary>
/// Puts the challenges of several schemes into one header, as RFC 9110, section 11.6.1, allows: of several headers nginx before 1.23 hands on
/// the first, which may be that of a platform which the page is not of.
/// </summary>
internal static class OneChallenge
{
    public static Task ForwardAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Join, context.Response.Headers);
        return next(context);
    }

    private static Task Join(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (headers.WWWAuthenticate is { Count: > 1 } challenges)
        {
            headers.WWWAuthenticate = new StringValues(string.Join(", ", challenges.ToArray()));
        }

        return Task.CompletedTask;
    }
}
