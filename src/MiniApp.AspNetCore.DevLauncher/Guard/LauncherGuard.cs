using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Keeps everybody but the developer's own browser from the launcher, and the launcher's answers out of every cache.</summary>
internal static class LauncherGuard
{
    /// <summary>Guards the page and its files, which anybody may navigate to who is on this machine.</summary>
    public static void GuardFiles(IEndpointConventionBuilder endpoints, MiniAppLauncherOptions options) =>
        Guard(endpoints, options, request => IsAllowedHost(request, options));

    /// <summary>Guards what signs and tells: only the launcher's own page may ask.</summary>
    public static void GuardData(IEndpointConventionBuilder endpoints, MiniAppLauncherOptions options) =>
        Guard(endpoints, options, request => IsAllowedHost(request, options) && OwnPageOnly.IsAllowed(request));

    private static bool IsAllowedHost(HttpRequest request, MiniAppLauncherOptions options) =>
        options.AllowAnyHost || LoopbackOnly.IsAllowed(request);

    /// <remarks>It stands in front of every endpoint of a group, so that none can be added without it.</remarks>
    private static void Guard(IEndpointConventionBuilder endpoints, MiniAppLauncherOptions options, Predicate<HttpRequest> isAllowed) =>
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => isAllowed(context.Request) ? Answer(context, next) : Refuse(context, options);
        });

    private static Task Answer(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }

    private static Task Refuse(HttpContext context, MiniAppLauncherOptions options)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(
            "The launcher answers only its own page, and only under localhost or a loopback address " +
            $"({options.GetType().Name}.{nameof(options.AllowAnyHost)}).");
    }
}
