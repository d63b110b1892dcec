using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A back end whose pages are opened with VK's launch in their address, and kept by a cookie.</summary>
internal static class PageApp
{
    public static readonly PlatformScheme Vk = PlatformScheme.All[0];

    /// <summary>What a browser says of a navigation that the platform began.</summary>
    public static readonly (string Name, string Value)[] FromThePlatform =
        [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "iframe")];

    public static Task<SessionApp> StartAsync(
        Action<MiniAppSessionOptions>? configure = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null,
        string? defaultScheme = null) =>
        SessionApp.StartAsync(
            options =>
            {
                options.UseCookieForPages = true;
                configure?.Invoke(options);
            },
            builder =>
            {
                builder.Services.Configure<VkMiniAppOptions>(Vk.Name, options => options.TokenRetriever = TokenRetrieval.FirstOf(
                    TokenRetrieval.FromAuthorizationHeader("Bearer", "VK"), TokenRetrieval.FromPageAddress()));
                build?.Invoke(builder);
            },
            app =>
            {
                app.UseAuthentication();
                app.UseMiniAppPageSignIn();
                app.UseAuthorization();
                map?.Invoke(app);
            },
            defaultScheme);

    /// <summary>The address that VK opens a page at.</summary>
    public static string Address(string launch, string path = "/who") => $"{path}?{Vk.QueryOf(launch)}";

    /// <summary>Opens a page as the platform does.</summary>
    public static Task<SessionReply> OpenAsync(this SessionApp app, string address, params (string Name, string Value)[] headers) =>
        app.GetAsync(address, null, [.. FromThePlatform, .. headers]);
}
