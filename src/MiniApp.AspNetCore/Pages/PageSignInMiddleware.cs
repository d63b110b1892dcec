using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore;

/// <summary>
/// Exchanges the launch in a page's address for the session's cookie, and sends the browser on to the address without it. Who comes with a
/// launch is that launch's user or nobody, whosever the cookie was.
/// </summary>
internal sealed class PageSignInMiddleware(RequestDelegate next, LaunchPicker launches, SessionEndpoints sessions, SessionSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        // The page that the application writes for a refusal comes through here as well, and signs in whom the launch had named.
        if (context.Features.Get<Refusal>() is not null)
        {
            SignOut(context);
        }

        if (!PageAddress.HasLaunch(context.Request.QueryString))
        {
            return next(context);
        }

        // A page that is made with a launch in its address, even one that refuses it, must not hand that on.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";

        if (context.Request.Headers.Authorization.Count > 0 || launches.Find(context.Request) is not { } scheme)
        {
            return next(context);
        }

        if (settings.Options.UseCookieForPages && RequestOrigin.IsNavigation(context.Request))
        {
            return SignInAsync(context, scheme);
        }

        SessionCredentials.IgnoreCookie(context);
        if (context.User.GetSession() is not null)
        {
            // The default scheme has taken the cookie by now.
            Refuse(context);
            return context.ChallengeAsync(scheme);
        }

        return next(context);
    }

    private async Task SignInAsync(HttpContext context, string scheme)
    {
        if (RequestOrigin.IsPrefetch(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Refuse(context);
        }
        else if (await IsSignedInAsync(context, scheme))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers[HeaderNames.Location] = FindAddress(context.Request);
        }
        else
        {
            Refuse(context);
        }
    }

    private async Task<bool> IsSignedInAsync(HttpContext context, string scheme)
    {
        // Whoever writes the refusal, which may be an event of the application.
        var isSignedIn = false;
        context.Response.OnStarting(() =>
        {
            if (!isSignedIn)
            {
                SessionCredentials.DeleteCookie(context, settings.Options);
            }

            return Task.CompletedTask;
        });

        var result = await context.AuthenticateAsync(scheme);
        if (!result.Succeeded)
        {
            await context.ChallengeAsync(scheme);
            return false;
        }

        context.User = result.Principal;
        isSignedIn = (result.Principal.GetLaunch() is { } launch && await HasSessionAsync(context, launch)) || await sessions.TryStartPageAsync(context);
        return isSignedIn;
    }

    /// <summary>
    /// Whether the cookie is of the session that this launch began, so that the page was loaded again: a launch is good once.
    /// </summary>
    private static async Task<bool> HasSessionAsync(HttpContext context, IMiniAppLaunch launch)
    {
        var result = await context.AuthenticateAsync(MiniAppSessionDefaults.AuthenticationScheme);
        return result.Principal?.GetSession() is { } session
            && session.User.Equals(launch.Subject)
            && Equals(session.App, launch.App)
            && session.LaunchTime == launch.Time;
    }

    private static void Refuse(HttpContext context)
    {
        context.Features.Set(new Refusal());
        SessionCredentials.IgnoreCookie(context);
        SignOut(context);
    }

    private static void SignOut(HttpContext context) => context.User = new ClaimsPrincipal(new ClaimsIdentity());

    // Two slashes would be the name of a host.
    private static string FindAddress(HttpRequest request) =>
        "/" + (request.PathBase + request.Path).ToUriComponent().TrimStart('/') + PageAddress.WithoutLaunch(request.QueryString);

    /// <summary>A feature of a request whose launch got nobody in.</summary>
    private sealed class Refusal;
}
