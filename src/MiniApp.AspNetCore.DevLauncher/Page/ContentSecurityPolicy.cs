namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The page runs its own scripts alone, frames the mini app alone, is framed by nobody, and can't write HTML.</summary>
internal static class ContentSecurityPolicy
{
    /// <param name="app">The mini app's page.</param>
    public static string Create(Uri app)
    {
        var origin = app.IsAbsoluteUri ? $"{app.Scheme}://{RequestHost.Spell(app.Authority)}" : "'self'";

        // Whether the mini app's server answers at all, the page asks itself.
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + $"connect-src 'self'{(app.IsAbsoluteUri ? " " + origin : "")}; frame-src {origin}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
