using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>Writes an answer's body as RFC 9457 (once RFC 7807) has it, with the application's own service for that.</summary>
internal static class Problems
{
    public static async Task WriteAsync(HttpContext context, string? detail = null, string? error = null)
    {
        var problem = new ProblemDetails { Status = context.Response.StatusCode, Detail = detail };
        if (error is not null)
        {
            problem.Extensions["error"] = error;
        }

        // A client that accepts no JSON gets no body, and the status all the same.
        await context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }
}
