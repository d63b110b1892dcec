using Microsoft.AspNetCore.Routing;
using MiniApp.AspNetCore.DevLauncher;
using TelegramMiniApp.AspNetCore.DevLauncher;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds a page that stands in for Telegram while a mini app is developed.</summary>
public static class TelegramMiniAppLauncherExtensions
{
    /// <summary>Adds the launcher at <c>/telegram</c>.</summary>
    /// <inheritdoc cref="MapTelegramMiniAppLauncher(IEndpointRouteBuilder, string, Action{TelegramMiniAppLauncherOptions})"/>
    public static IEndpointConventionBuilder MapTelegramMiniAppLauncher(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapTelegramMiniAppLauncher("/telegram");

    /// <summary>Adds the launcher.</summary>
    /// <inheritdoc cref="MapTelegramMiniAppLauncher(IEndpointRouteBuilder, string, Action{TelegramMiniAppLauncherOptions})"/>
    public static IEndpointConventionBuilder MapTelegramMiniAppLauncher(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapTelegramMiniAppLauncher(pattern, _ => { });

    /// <summary>Adds the launcher.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The launcher's path, such as <c>/telegram</c>.</param>
    /// <param name="configureOptions">Sets options.</param>
    /// <returns>A builder of further conventions for all the launcher's endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An option has a value that no launcher can work with. The message names it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The environment is not Development and <see cref="MiniAppLauncherOptions.AllowOutsideDevelopment"/> is not set; or the
    /// scheme is not one of Telegram.
    /// </exception>
    public static IEndpointConventionBuilder MapTelegramMiniAppLauncher(
        this IEndpointRouteBuilder endpoints, string pattern, Action<TelegramMiniAppLauncherOptions> configureOptions) =>
        Launcher.Map(endpoints, pattern, configureOptions, TelegramLauncher.Create);
}
