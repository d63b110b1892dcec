using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Keeps everybody but the developer's own browser from the launcher, and the launcher's answers out of every cache.</summary>
internal static class LauncherGuard
{
    /// <summary>What the page's script sends with every request. A page of another site can't, unless the application's CORS lets it.</summary>
    public const string Header = "X-MiniApp-Launcher";

    /// <summary>For the page and its files, which anybody may navigate to who is on this machine.</summary>
    public static RequestDelegate ForFile(ILauncherOptions options, RequestDelegate next) =>
        context => IsAllowedHost(context.Request, options) ? Answer(context, next) : Refuse(context, options);

    /// <summary>For what signs and tells: only the launcher's own page may ask.</summary>
    public static RequestDelegate ForData(ILauncherOptions options, RequestDelegate next) =>
        context => IsAllowedHost(context.Request, options) && IsFromOwnPage(context.Request) ? Answer(context, next) : Refuse(context, options);

    private static Task Answer(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }

    private static Task Refuse(HttpContext context, ILauncherOptions options)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(
            "The launcher answers only its own page, and only under localhost or a loopback address " +
            $"({options.GetType().Name}.{nameof(options.AllowAnyHost)}).");
    }

    /// <summary>A name that somebody else can point to this machine is not allowed, nor is a tunnel, whether or not it rewrites the host.</summary>
    private static bool IsAllowedHost(HttpRequest request, ILauncherOptions options) =>
        options.AllowAnyHost
        || IsLoopback(request.Host) && request.Headers["X-Forwarded-Host"].All(host => IsLoopback(new HostString(host ?? "")));

    private static bool IsLoopback(HostString host) =>
        string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address);

    private static bool IsFromOwnPage(HttpRequest request) =>
        request.Headers.ContainsKey(Header)
        && (!request.Headers.TryGetValue("Sec-Fetch-Site", out var site) || site == "same-origin")
        && (!request.Headers.TryGetValue(HeaderNames.Origin, out var origin)
            || Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
