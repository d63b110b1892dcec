namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The page runs its own scripts alone, frames the mini app alone, is framed by nobody, and can't write HTML.</summary>
internal static class ContentSecurityPolicy
{
    /// <param name="app">The mini app's page.</param>
    public static string Create(Uri app) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + $"frame-src {(app.IsAbsoluteUri ? app.GetLeftPart(UriPartial.Authority) : "'self'")}; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
}
