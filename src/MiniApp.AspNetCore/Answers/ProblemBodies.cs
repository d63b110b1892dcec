using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>
/// Writes the bodies of answers that turn a request away, with the application's own service for that. It stands around the application:
/// a policy of several schemes has each of them add its challenge, and none could after a body was begun. Where no scheme asks for bodies
/// when the host starts, it is not there at all.
/// </summary>
internal sealed class ProblemBodies(IAuthenticationSchemeProvider schemes, MiniAppSchemes miniApps) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (IsWanted())
        {
            app.Use(InvokeAsync);
        }

        next(app);
    };

    // A pipeline is built by code that can't await. The framework's own provider has the schemes in memory, so there is nothing to wait for.
    private bool IsWanted() => schemes.GetAllSchemesAsync().GetAwaiter().GetResult().Any(MayBeWantedBy);

    private bool MayBeWantedBy(AuthenticationScheme scheme)
    {
        try
        {
            return miniApps.FindOptions(scheme) is { WriteProblemDetails: true };
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Settings that only a request knows, such as a tenant's, are not there yet. Whether they are sound is judged elsewhere.
            return true;
        }
    }

    private static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);

        if (context.Features.Get<AnnouncedProblem>() is { } problem && problem.IsAbout(context.Response.StatusCode) && IsWithoutBody(context.Response))
        {
            // A client that accepts no JSON gets no body, and the status all the same.
            await context.RequestServices.GetRequiredService<IProblemDetailsService>()
                .TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem.ToDetails(context.Response.StatusCode) });
        }
    }

    /// <summary>Whether nobody has written, or announced, another body.</summary>
    private static bool IsWithoutBody(HttpResponse response) => response is { HasStarted: false, ContentLength: null, ContentType: null };
}
