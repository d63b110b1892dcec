using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Serves the page and its files.</summary>
internal static class LauncherPage
{
    // A page that opens the launcher in a window gets no hold of it. The app in the frame may still open windows, to sign in elsewhere.
    private const string OpenerPolicy = "same-origin-allow-popups";

    /// <param name="group">The launcher's endpoints.</param>
    /// <param name="platform">The platform, which the page's endpoint has in its metadata.</param>
    /// <param name="options">The launcher's options.</param>
    public static void Map(RouteGroupBuilder group, ILauncherPlatform platform, MiniAppLauncherOptions options)
    {
        var files = new PageFiles(platform.Name);
        var policy = ContentSecurityPolicy.Create(options.AppUrl);

        foreach (var name in files.Names)
        {
            group.MapGet(name, Serve(name, files.Read(name), policy));
        }

        group.MapGet("/", WithSlash(Serve(PageFiles.Index, files.Read(PageFiles.Index), policy))).WithMetadata(platform);
    }

    private static RequestDelegate Serve(string name, string content, string policy)
    {
        var type = ContentType(name);
        return context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            context.Response.Headers["Cross-Origin-Opener-Policy"] = OpenerPolicy;
            return context.Response.WriteAsync(content, context.RequestAborted);
        };
    }

    /// <summary>The page's files are named relative to it, so its own address has to end with a slash.</summary>
    private static RequestDelegate WithSlash(RequestDelegate serve) => context =>
    {
        // Where the application has a base path, that may be all there is of the address.
        var path = (context.Request.PathBase + context.Request.Path).Value ?? "";
        if (path is "" or [.., '/'])
        {
            return serve(context);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = $".{new PathString(path[path.LastIndexOf('/')..]).ToUriComponent()}/";
        return Task.CompletedTask;
    };

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
}
