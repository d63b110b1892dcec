using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>
/// Writes the bodies of answers that turn a request away, with the application's own service for that. It stands around the application:
/// a policy of several schemes has each of them add its challenge, and none could after a body was begun.
/// </summary>
internal sealed class ProblemBodies : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(InvokeAsync);
        next(app);
    };

    private static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);

        if (context.Features.Get<AnnouncedProblem>() is { } problem && IsWithoutBody(context.Response))
        {
            // A client that accepts no JSON gets no body, and the status all the same.
            await context.RequestServices.GetRequiredService<IProblemDetailsService>()
                .TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem.ToDetails(context.Response.StatusCode) });
        }
    }

    /// <summary>Whether the request was turned away in the end, and nobody has written, or announced, another body.</summary>
    private static bool IsWithoutBody(HttpResponse response) => response is
    {
        HasStarted: false,
        StatusCode: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden,
        ContentLength: null,
        ContentType: null,
    };
}
