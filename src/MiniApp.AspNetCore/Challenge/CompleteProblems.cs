using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has whoever writes a body of RFC 9457 for an answer that turns a request away, such as pages of status codes or an endpoint of the
/// application's, say what the challenge says. The application's own customization comes last, so it has the last word.
/// </summary>
internal sealed class CompleteProblems : IPostConfigureOptions<ProblemDetailsOptions>
{
    public void PostConfigure(string? name, ProblemDetailsOptions options)
    {
        var customize = options.CustomizeProblemDetails;
        options.CustomizeProblemDetails = context =>
        {
            AnnouncedProblem.Complete(context);
            customize?.Invoke(context);
        };
    }
}
