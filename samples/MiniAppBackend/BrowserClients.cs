using Microsoft.Net.Http.Headers;

namespace MiniAppBackend;

/// <summary>A mini app's page is on another origin than its back end: VK's hosting, or a development server.</summary>
internal static class BrowserClients
{
    /// <summary>Lets pages on the origins in <c>Cors:Origins</c> send a launch or a cookie, and read why it was refused.</summary>
    public static void AddBrowserClients(this IServiceCollection services, IConfiguration configuration) => services.AddCors(options =>
        options.AddDefaultPolicy(policy => policy
            .WithOrigins(configuration.GetSection("Cors:Origins").Get<string[]>() ?? [])
            .AllowAnyMethod()
            .AllowAnyHeader()
            .AllowCredentials()
            .WithExposedHeaders(HeaderNames.WWWAuthenticate)));
}
