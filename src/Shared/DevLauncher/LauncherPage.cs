using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The page's files, from inside the assembly.</summary>
internal static class LauncherPage
{
    public const string Index = "index.html";

    /// <summary>The files by name, with their types.</summary>
    public static FrozenDictionary<string, string> Files { get; } = typeof(LauncherPage).Assembly.GetManifestResourceNames()
        .ToFrozenDictionary(name => name, ContentType, StringComparer.Ordinal);

    public static RequestDelegate Serve(string name, ILauncherOptions options)
    {
        var policy = ContentSecurityPolicy(options);

        return async context =>
        {
            context.Response.ContentType = Files[name];
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            await using var file = typeof(LauncherPage).Assembly.GetManifestResourceStream(name)!;
            await file.CopyToAsync(context.Response.Body, context.RequestAborted);
        };
    }

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
