namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The settings that a launcher has on every platform.</summary>
internal interface ILauncherOptions
{
    Uri AppUrl { get; }

    string AuthenticationScheme { get; }

    bool AllowOutsideDevelopment { get; }

    bool AllowAnyHost { get; }

    /// <summary>The first setting that can't be worked with, in words, or <see langword="null"/>.</summary>
    string? FindFault() =>
        AppUrl is null ? $"{nameof(AppUrl)} must not be null."
        : !AppAddress.IsPage(AppUrl) ? $"{nameof(AppUrl)} must be a path that starts with one slash, or an absolute address of http or https without a user."
        : string.IsNullOrEmpty(AuthenticationScheme) ? $"{nameof(AuthenticationScheme)} must not be empty."
        : null;
}
