using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace MiniApp.AspNetCore;

/// <summary>What the body of an answer that turns a request away is to say, as RFC 9457 (once RFC 7807) has it.</summary>
internal sealed record AnnouncedProblem(string? Error, string? Detail, bool CanBeMended = false)
{
    /// <summary>
    /// Announces a body. Of several schemes, the first that was given a token knows what is wrong; better than that is what a page can mend.
    /// </summary>
    public static void Announce(IFeatureCollection request, string? error, string? detail, bool canBeMended = false)
    {
        if (request.Get<AnnouncedProblem>() is not { } announced
            || announced.Error is null
            || (canBeMended && !announced.CanBeMended))
        {
            request.Set(new AnnouncedProblem(error, detail, canBeMended));
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
