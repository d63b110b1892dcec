using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Finds what keeps launches from being verified.</summary>
internal sealed class VkMiniAppValidateOptions(IServiceProviderIsService services)
    : MiniAppValidateOptions<VkMiniAppOptions>(services)
{
    protected override string? FindFault(VkMiniAppOptions options)
    {
        var hasAppId = options.AppId is not null;
        var hasAppSecret = options.AppSecret is not null;

        if (!hasAppId && (hasAppSecret || options.Apps.Count == 0))
        {
            return $"{nameof(options.AppId)} is missing.";
        }

        if (options.AppId <= 0)
        {
            return $"{nameof(options.AppId)} must be above 0.";
        }

        if (hasAppId && !hasAppSecret)
        {
            return $"{nameof(options.AppSecret)} is missing.";
        }

        if (hasAppId && !AreUsable([options.AppSecret!, .. options.OlderAppSecrets]))
        {
            return $"{nameof(options.AppSecret)} is empty.";
        }

        foreach (var (appId, secrets) in options.Apps)
        {
            if (!AreUsable(secrets))
            {
                return $"Apps:{appId} needs a protected key that is not empty.";
            }
        }

        return options.ToVerifierOptions().FindFault();
    }

    private static bool AreUsable(string[] secrets) => secrets.Length > 0 && !Array.Exists(secrets, string.IsNullOrWhiteSpace);
}
