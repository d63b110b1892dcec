using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.Tool.Serving;

/// <summary>
/// Refuses a request whose target begins otherwise than the path that it stands for. A proxy may append the client's own address to the path
/// of this server: with <c>/../healthz</c> it would ask for another endpoint, and take that one's 200 for a user.
/// </summary>
internal static class PlainTarget
{
    public static Task ForwardAsync(HttpContext context, RequestDelegate next)
    {
        if (IsPlain(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, context.Request.Path.Value))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsPlain(ReadOnlySpan<char> target, ReadOnlySpan<char> path) => FirstSegment(target).SequenceEqual(FirstSegment(path));

    private static ReadOnlySpan<char> FirstSegment(ReadOnlySpan<char> path)
    {
        if (path is not ['/', .. var rest])
        {
            return path;
        }

        var end = rest.IndexOfAny('/', '?');
        return end < 0 ? rest : rest[..end];
    }
}
