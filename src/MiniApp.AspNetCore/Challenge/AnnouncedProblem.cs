using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace MiniApp.AspNetCore;

/// <summary>What the body of an answer that turns a request away is to say, as RFC 9457 (once RFC 7807) has it, whoever writes it.</summary>
internal sealed record AnnouncedProblem(string? Error = null, string? Detail = null, string? Reason = null, TimeSpan? MaxAge = null)
{
    /// <summary>Whether it is that of an answer 503, rather than of a 401 or a 403.</summary>
    public bool IsUnavailability { get; init; }

    /// <summary>
    /// Announces a body. Of several schemes, the first that was given a token knows what is wrong; better than that is what a page can mend.
    /// An answer 503 comes before all.
    /// </summary>
    public void Announce(IFeatureCollection request)
    {
        if (request.Get<AnnouncedProblem>() is not { } announced
            || IsUnavailability
            || (!announced.IsUnavailability && (announced is { Error: null, Detail: null } || (announced.Reason is null && Reason is not null))))
        {
            request.Set(this);
        }
    }

    /// <summary>Completes a body that is being written, where it is that of the answer which was announced.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        if (context.HttpContext.Features.Get<AnnouncedProblem>() is { } problem && problem.IsAbout(status))
        {
            problem.Complete(context.ProblemDetails);
        }
    }

    /// <summary>Whether an answer of this status is the one that was announced.</summary>
    public bool IsAbout(int status) => IsUnavailability ? status is StatusCodes.Status503ServiceUnavailable
        : status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;

    public ProblemDetails ToDetails(int status)
    {
        var details = new ProblemDetails { Status = status };
        Complete(details);
        return details;
    }

    /// <summary>What is there already was said by somebody who knows more.</summary>
    private void Complete(ProblemDetails details)
    {
        details.Detail ??= Detail;
        Add("error", Error);
        Add("reason", Reason);
        Add("max_age", (long?)MaxAge?.TotalSeconds);

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                details.Extensions.TryAdd(name, value);
            }
        }
    }
}
