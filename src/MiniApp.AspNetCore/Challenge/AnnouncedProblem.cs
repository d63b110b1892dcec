using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace MiniApp.AspNetCore;

/// <summary>What the body of an answer that turns a request away is to say, as RFC 9457 (once RFC 7807) has it.</summary>
internal sealed record AnnouncedProblem(string? Error, string? Detail)
{
    /// <summary>Announces a body. Of several schemes, the first that was given a token knows what is wrong.</summary>
    public static void Announce(IFeatureCollection request, string? error, string? detail)
    {
        if (request.Get<AnnouncedProblem>() is null or { Error: null })
        {
            request.Set(new AnnouncedProblem(error, detail));
        }
    }

    public ProblemDetails ToDetails(int status)
    {
        var details = new ProblemDetails { Status = status, Detail = Detail };
        if (Error is not null)
        {
            details.Extensions["error"] = Error;
        }

        return details;
    }
}
