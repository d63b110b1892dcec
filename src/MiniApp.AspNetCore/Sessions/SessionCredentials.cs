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

    /// <summary>The access token, which may be anything.</summary>
    public static string? FindToken(HttpRequest request, MiniAppSessionOptions options) =>
        options.TokenRetriever is { } retrieve ? retrieve(request)
        : AuthorizationHeader.TryReadToken(request, Bearer, out var token) ? token.ToString()
        : null;

    /// <summary>
    /// The cookie, where it counts. A browser adds it to any page's requests. Only our page can add a header as well, because CORS keeps the
    /// others from it; or the browser itself says that the request is our page's. Who comes with a launch is that launch's user or nobody.
    /// </summary>
    public static string? FindCookie(HttpRequest request, MiniAppSessionOptions options) =>
        options.HasCookie
        && request.Headers.Authorization.Count == 0
        && (request.Headers.XRequestedWith.Count > 0 || (options.UseCookieForPages && RequestOrigin.IsOurs(request)))
        && request.HttpContext.Features.Get<VoidCookie>() is null
        && !LaunchBody.HasLaunch(request.HttpContext)
            ? Cookies.GetRequestCookie(request.HttpContext, options.CookieName)
            : null;

    public static void SetCookie(HttpContext context, MiniAppSessionOptions options, string value) =>
        Cookies.AppendResponseCookie(context, options.CookieName, value, Describe());

    public static void DeleteCookie(HttpContext context, MiniAppSessionOptions options)
    {
        if (options.HasCookie && context.Request.Cookies.ContainsKey(options.CookieName))
        {
            Cookies.DeleteCookie(context, options.CookieName, Describe());
        }
    }

    /// <summary>Lets the rest of the request not have the cookie.</summary>
    public static void IgnoreCookie(HttpContext context) => context.Features.Set(new VoidCookie());

    /// <summary>Takes the cookie back, and lets the rest of the request not have it either.</summary>
    public static void TakeCookieBack(HttpContext context, MiniAppSessionOptions options)
    {
        IgnoreCookie(context);
        DeleteCookie(context, options);
    }

    // The token is long, and most requests have one: it is not copied to be told from none.
    private static bool HasToken(HttpRequest request, MiniAppSessionOptions options) =>
        options.TokenRetriever is { } retrieve ? retrieve(request) is not null : AuthorizationHeader.TryReadToken(request, Bearer, out _);

    // The page is in a frame of another site. In a jar of its own there, the cookie is kept where other sites' are blocked.
    private static CookieOptions Describe()
    {
        var cookie = new CookieOptions { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.None };
        cookie.Extensions.Add("Partitioned");
        return cookie;
    }
}
