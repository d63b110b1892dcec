using Microsoft.AspNetCore.Routing;
using MiniApp.AspNetCore.DevLauncher;
using VkMiniApp.AspNetCore.DevLauncher;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds a page that stands in for VK while a mini app is developed.</summary>
public static class VkMiniAppLauncherExtensions
{
    /// <summary>Adds the launcher at <c>/vk</c>.</summary>
    /// <inheritdoc cref="MapVkMiniAppLauncher(IEndpointRouteBuilder, string, Action{VkMiniAppLauncherOptions})"/>
    public static IEndpointConventionBuilder MapVkMiniAppLauncher(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapVkMiniAppLauncher("/vk");

    /// <summary>Adds the launcher.</summary>
    /// <inheritdoc cref="MapVkMiniAppLauncher(IEndpointRouteBuilder, string, Action{VkMiniAppLauncherOptions})"/>
    public static IEndpointConventionBuilder MapVkMiniAppLauncher(this IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapVkMiniAppLauncher(pattern, _ => { });

    /// <summary>Adds the launcher.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The launcher's path, such as <c>/vk</c>.</param>
    /// <param name="configureOptions">Sets options.</param>
    /// <returns>A builder of further conventions for all the launcher's endpoints.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An option has a value that no launcher can work with. The message names it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The environment is not Development and <see cref="MiniAppLauncherOptions.AllowOutsideDevelopment"/> is not set; or the scheme is
    /// not one of VK.
    /// </exception>
    public static IEndpointConventionBuilder MapVkMiniAppLauncher(
        this IEndpointRouteBuilder endpoints, string pattern, Action<VkMiniAppLauncherOptions> configureOptions) =>
        Launcher.Map(endpoints, pattern, configureOptions, VkLauncher.Create);
}
