using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What a call looks like on the wire, as far as it is kept.</summary>
/// <param name="At">When it was answered by the scheme's clock, in Unix milliseconds.</param>
/// <param name="Address">Where it went, with the query.</param>
/// <param name="RequestHeaders">The request's headers, the token among them.</param>
/// <param name="RequestBody">What the back end read of the request's body.</param>
/// <param name="ResponseHeaders">The answer's headers.</param>
/// <param name="ResponseBody">The answer's body.</param>
internal sealed record CallDetails(
    long At,
    string Address,
    IReadOnlyList<HeaderLine> RequestHeaders,
    BodyText RequestBody,
    IReadOnlyList<HeaderLine> ResponseHeaders,
    BodyText ResponseBody)
{
    /// <param name="context">A request that is answered.</param>
    /// <param name="recording">What passed of the bodies; <see langword="null"/> where nobody looked.</param>
    /// <param name="at">The time of now.</param>
    public static CallDetails Of(HttpContext context, CallRecording? recording, long at) => new(
        at,
        AddressOf(context.Request),
        HeaderLine.Of(context.Request.Headers),
        BodyText.Of(recording?.Request, context.Request.Headers),
        HeaderLine.Of(context.Response.Headers),
        BodyText.Of(recording?.Response, context.Response.Headers));

    private static string AddressOf(HttpRequest request) =>
        $"{request.Scheme}://{RequestHost.Of(request).Value}{(request.PathBase + request.Path).ToUriComponent()}{request.QueryString.ToUriComponent()}";
}
