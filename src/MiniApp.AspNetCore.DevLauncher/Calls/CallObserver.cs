using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// Notes the calls of the mini app's page as the server finishes them: requests with a token where the scheme looks for one, from a
/// browser or not, and those that a script of the page's host makes. It listens to the server's diagnostics, because a refusal by the
/// authorization middleware never reaches what an application adds to its pipeline when it maps its endpoints.
/// </summary>
internal sealed class CallObserver(CallLog log, ILauncherPlatform platform, MiniAppLauncherOptions options) : IObserver<KeyValuePair<string, object?>>
{
    private const string RequestEvents = "Microsoft.AspNetCore.Hosting.HttpRequestIn";
    private const string RequestStarted = RequestEvents + ".Start";
    private const string RequestFinished = RequestEvents + ".Stop";
    private const int LongestText = 512;

    /// <summary>The server tells of a request's end only to who wants to hear of its beginning too.</summary>
    public static bool IsWanted(string name) => name.StartsWith(RequestEvents, StringComparison.Ordinal);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The page of any launcher, this one or another platform's, is no mini app.
        if (value.Value is not HttpContext context || OwnPageOnly.HasHeader(context.Request))
        {
            return;
        }

        if (value.Key == RequestStarted)
        {
            Begin(context);
        }
        else if (value.Key == RequestFinished && (HasToken(context.Request) || IsByScriptOfPage(context.Request)))
        {
            log.Add(Describe(context, context.Items[this] as CallRecording));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Begin(HttpContext context)
    {
        var hasToken = HasToken(context.Request);
        if (hasToken || IsByScript(context.Request))
        {
            var recording = CallRecording.Begin(context);
            context.Items[this] = recording;
            if (hasToken)
            {
                context.Response.OnStarting(() => NoteFailureAsync(context, recording));
            }
        }
    }

    private bool HasToken(HttpRequest request) =>
        request.Headers.Authorization.Count > 0
        && TokenRetrieval.FromAuthorizationHeader([.. platform.Scheme.AuthSchemes])(request) is not null;

    /// <summary>
    /// Notes why a request is answered with 401. The scheme is asked while the request still has its services, and has its verdict at hand,
    /// that of the application's events included.
    /// </summary>
    private async Task NoteFailureAsync(HttpContext context, CallRecording recording)
    {
        if (context.Response.StatusCode != StatusCodes.Status401Unauthorized)
        {
            return;
        }

        try
        {
            recording.Failure = FailureText.Of(await context.AuthenticateAsync(options.AuthenticationScheme));
        }
        catch (Exception)
        {
            // The application's events threw, for a scheme that its answer did not ask: a list must not turn that answer into an error.
        }
    }

    private static bool IsByScript(HttpRequest request) => request.Headers["Sec-Fetch-Dest"] == "empty";

    private bool IsByScriptOfPage(HttpRequest request) =>
        IsByScript(request)
        && RequestHost.OfPage(request.Headers.Referer.ToString()) is { } caller
        && caller.Equals((options.AppUrl.IsAbsoluteUri ? RequestHost.Spell(options.AppUrl.Authority) : RequestHost.Of(request)).Value, StringComparison.OrdinalIgnoreCase);

    private Call Describe(HttpContext context, CallRecording? recording) => new(
        Number: 0,
        context.Request.Method,
        Shorten(context.Request.PathBase + context.Request.Path),
        context.Response.StatusCode,
        Activity.Current?.Duration.TotalMilliseconds ?? 0,
        context.Response.Headers.WWWAuthenticate is { Count: > 0 } challenges ? Shorten(challenges.ToString()) : null,
        recording?.Failure ?? FindUnmet(context),
        CallDetails.Of(context, recording, LaunchTime.NowInMilliseconds(platform.Scheme)));

    /// <summary>What the launch lacks for an endpoint that denied it, in the requirements' own words.</summary>
    private static string? FindUnmet(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        && context.GetUnmetRequirements() is { Count: > 0 } unmet
            ? Shorten(string.Join(' ', unmet))
            : null;

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText] + '…';
}
