using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The page's files, from inside the assembly.</summary>
internal static class LauncherPage
{
    public const string Index = "index.html";

    /// <summary>The files that a platform's launcher serves, by name: what is its own, and what is everybody's.</summary>
    public static IEnumerable<KeyValuePair<string, RequestDelegate>> Files(string platform, ILauncherOptions options)
    {
        var folder = platform.ToLowerInvariant() + "/";
        var policy = ContentSecurityPolicy(options);

        return from resource in typeof(LauncherPage).Assembly.GetManifestResourceNames()
               let name = resource.StartsWith(folder, StringComparison.Ordinal) ? resource[folder.Length..] : resource
               where !name.Contains('/', StringComparison.Ordinal)
               select KeyValuePair.Create(name, Serve(resource, policy));
    }

    private static RequestDelegate Serve(string resource, string policy) => async context =>
    {
        context.Response.ContentType = ContentType(resource);
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        await using var file = typeof(LauncherPage).Assembly.GetManifestResourceStream(resource)!;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    };

    /// <summary>The page runs its own scripts alone, frames the mini app alone, is framed by nobody, and can't write HTML.</summary>
    private static string ContentSecurityPolicy(ILauncherOptions options) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + $"frame-src {AppAddress.FrameSource(options.AppUrl)}; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
}
