using MaxMiniApp.AspNetCore.DevLauncher;
using Microsoft.AspNetCore.Routing;
using MiniApp.AspNetCore.DevLauncher;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds a page that stands in for MAX while a mini app is developed.</summary>
public static class MaxMiniAppLauncherExtensions
{
    /// <summary>Adds the launcher at <c>/max</c>.</summary>
    /// <inheritdoc cref="MapMaxMiniAppLauncher(IEndpointRouteBuilder, string, Action{MaxMiniAppLauncherOptions})"/>
    public static IEndpointConventionBuilder MapMaxMiniAppLauncher(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMaxMiniAppLauncher("/max");

    /// <summary>Adds the launcher.</summary>
    /// <inheritdoc cref="MapMaxMiniAppLauncher(IEndpointRouteBuilder, string, Action{MaxMiniAppLauncherOptions})"/>
    public static IEndpointConventionBuilder MapMaxMiniAppLauncher(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapMaxMiniAppLauncher(pattern, _ => { });

    /// <summary>Adds the launcher.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The launcher's path, such as <c>/max</c>.</param>
    /// <param name="configureOptions">Sets options.</param>
    /// <returns>A builder of further conventions for all the launcher's endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An option has a value that no launcher can work with. The message names it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The environment is not Development and <see cref="MiniAppLauncherOptions.AllowOutsideDevelopment"/> is not set; or the
    /// scheme is not one of MAX.
    /// </exception>
    public static IEndpointConventionBuilder MapMaxMiniAppLauncher(
        this IEndpointRouteBuilder endpoints, string pattern, Action<MaxMiniAppLauncherOptions> configureOptions) =>
        Launcher.Map(endpoints, pattern, configureOptions, MaxLauncher.Create);
}
