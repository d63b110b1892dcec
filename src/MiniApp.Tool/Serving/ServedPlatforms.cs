using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;
using MiniApp.Tool.Keys;
using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Serving;

/// <summary>The platforms whose launches are taken: those that were named, or else those that have settings.</summary>
internal static class ServedPlatforms
{
    /// <exception cref="UsageException">None was named, and none has settings.</exception>
    public static IReadOnlyList<IPlatform> Find(IReadOnlyList<IPlatform> named, IConfiguration configuration)
    {
        if (named.Count > 0)
        {
            return named;
        }

        IPlatform[] set = [.. AllPlatforms.List.Where(platform => configuration.GetSection(SchemeSettings.PathOf(platform.SchemeName)).Exists())];
        return set.Length > 0 ? set : throw new UsageException(
            "There are no settings of any platform.",
            $"Set {string.Join(" or ", AllPlatforms.List.Select(Variable))}, or name the folder of appsettings.json with --settings.");
    }

    /// <summary>Adds the schemes, with all that an application's own would have.</summary>
    public static void AddTo(AuthenticationBuilder builder, IReadOnlyList<IPlatform> platforms, bool readsAddress)
    {
        foreach (var platform in platforms)
        {
            if (platform == AllPlatforms.Vk)
            {
                builder.AddVkMiniApp(options => Configure(options, readsAddress));
            }
            else if (platform == AllPlatforms.Telegram)
            {
                builder.AddTelegramMiniApp(options => Configure(options, readsAddress));
            }
            else
            {
                builder.AddMaxMiniApp(options => Configure(options, readsAddress));
            }
        }
    }

    private static void Configure(MiniAppOptions options, bool readsAddress)
    {
        if (readsAddress)
        {
            options.TokenRetriever = request =>
                AuthorizationHeader.TryReadToken(request, options.AuthSchemes, out var token) ? token.ToString() : OriginalAddress.FindToken(request);
        }
    }

    private static string Variable(IPlatform platform) =>
        EnvironmentVariables.NameOf(SchemeSettings.PathOf(platform.SchemeName, platform.KeySettings[0]));
}
