using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Where a request carries its session: an access token, or else the cookie.</summary>
internal static class SessionCredentials
{
    private static readonly string[] Bearer = ["Bearer"];

    // The framework throws on a cookie of several parts of which one is missing, unless it is told not to.
    private static readonly ChunkingCookieManager Cookies = new() { ThrowForPartialCookies = false };

    /// <summary>Whether the request has anything that a session may be in.</summary>
    public static bool AreIn(HttpRequest request, MiniAppSessionOptions options) =>
        HasToken(request, options) || FindCookie(request, options) is not null;

    /// <summary>Whether there is a token, which may be anything.</summary>
    // It is long, and most requests have one: it is not copied to be told from none.
    public static bool HasToken(HttpRequest request, MiniAppSessionOptions options) =>
        options.TokenRetriever is { } retrieve ? retrieve(request) is not null : AuthorizationHeader.TryReadToken(request, Bearer, out _);

    /// <summary>The access token, which may be anything.</summary>
    public static string? FindToken(HttpRequest request, MiniAppSessionOptions options) =>
        options.TokenRetriever is { } retrieve ? retrieve(request)
        : AuthorizationHeader.TryReadToken(request, Bearer, out var token) ? token.ToString()
        : null;

    /// <summary>
    /// The cookie, where it counts. A browser adds it to any page's requests. Only our page's script can add a header as well, because CORS keeps
    /// the others from it; or the browser itself says that the request is our page's. Who comes with a launch is that launch's user or nobody.
    /// </summary>
    public static string? FindCookie(HttpRequest request, MiniAppSessionOptions options) =>
        options.HasCookie
        && request.Headers.Authorization.Count == 0
        && (RequestOrigin.IsOfAScript(request) || (options.UseCookieForPages && RequestOrigin.IsOurs(request)))
        && request.HttpContext.Features.Get<VoidCookie>() is null
        && !LaunchBody.HasLaunch(request.HttpContext)
            ? Cookies.GetRequestCookie(request.HttpContext, options.CookieName)
            : null;

    public static void SetCookie(HttpContext context, MiniAppSessionOptions options, string value) =>
        Cookies.AppendResponseCookie(context, options.CookieName, value, Describe());

    public static void DeleteCookie(HttpContext context, MiniAppSessionOptions options)
    {
        // Where an event of the application has written the answer already, nothing can be added to it.
        if (options.HasCookie && context.Request.Cookies.ContainsKey(options.CookieName) && !context.Response.HasStarted)
        {
            Cookies.DeleteCookie(context, options.CookieName, Describe());
        }
    }

    /// <summary>Lets the rest of the request not have the cookie.</summary>
    public static void IgnoreCookie(HttpContext context) => context.Features.Set(new VoidCookie());

    // The page is in a frame of another site. In a jar of its own there, the cookie is kept where other sites' are blocked.
    private static CookieOptions Describe()
    {
        // Essential, as antiforgery's is: a policy of cookies that waits for the user's consent would use the launch up and keep nothing.
        var cookie = new CookieOptions { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.None, IsEssential = true };
        cookie.Extensions.Add("Partitioned");
        return cookie;
    }
}
