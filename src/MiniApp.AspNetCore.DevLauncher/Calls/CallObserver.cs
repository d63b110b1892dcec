using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// Notes the calls of the mini app's page as the server finishes them: requests with a token where the scheme looks for one, from a
/// browser or not, and those that a script of the page's host makes. It listens to the server's diagnostics, because a refusal by the
/// authorization middleware never reaches what an application adds to its pipeline when it maps its endpoints.
/// </summary>
internal sealed class CallObserver(CallLog log, ILauncherPlatform platform, Uri page) : IObserver<KeyValuePair<string, object?>>
{
    private const string RequestEvents = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const string RequestFinished = RequestEvents + ".Stop";
    private const int LongestText = 512;

    /// <summary>The server tells of a request's end only to who wants to hear of its beginning too.</summary>
    public static bool IsWanted(string name) => name.StartsWith(RequestEvents, StringComparison.Ordinal);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The page of any launcher, this one or another platform's, is no mini app.
        if (value is not { Key: RequestFinished, Value: HttpContext context } || OwnPageOnly.HasHeader(context.Request))
        {
            return;
        }

        var token = FindToken(context.Request);
        if (token is not null || IsByScriptOfPage(context.Request))
        {
            var isRefused = token is not null && context.Response.StatusCode == StatusCodes.Status401Unauthorized;
            log.Add(Describe(context, isRefused ? platform.FindFailure(token!) : null));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private string? FindToken(HttpRequest request) =>
        TokenRetrieval.FromAuthorizationHeader([.. platform.Scheme.AuthSchemes])(request);

    private bool IsByScriptOfPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Dest"] == "empty"
        && Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var caller)
        && string.Equals(caller.Authority, page.IsAbsoluteUri ? page.Authority : request.Host.Value, StringComparison.OrdinalIgnoreCase);

    private static Call Describe(HttpContext context, string? failure) => new(
        Number: 0,
        context.Request.Method,
        Shorten(context.Request.PathBase + context.Request.Path),
        context.Response.StatusCode,
        Activity.Current?.Duration.TotalMilliseconds ?? 0,
        context.Response.Headers.WWWAuthenticate is { Count: > 0 } challenges ? Shorten(challenges.ToString()) : null,
        failure ?? FindUnmet(context));

    /// <summary>What the launch lacks for an endpoint that denied it, in the requirements' own words.</summary>
    private static string? FindUnmet(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        && context.GetUnmetRequirements() is { Count: > 0 } unmet
            ? Shorten(string.Join(' ', unmet))
            : null;

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText] + '…';
}
