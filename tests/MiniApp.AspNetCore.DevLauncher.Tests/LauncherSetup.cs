namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The options of a launcher, of whichever platform.</summary>
public sealed class LauncherSetup
{
    public Uri AppUrl { get; set; } = new("/", UriKind.Relative);

    /// <summary><see langword="null"/>: the platform's own.</summary>
    public string? AuthenticationScheme { get; set; }

    public bool AllowOutsideDevelopment { get; set; }

    public bool AllowAnyHost { get; set; }
}
