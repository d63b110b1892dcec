using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Finds what keeps launches from being verified.</summary>
internal sealed class VkMiniAppValidateOptions : MiniAppValidateOptions<VkMiniAppOptions>
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

        if (hasAppId && string.IsNullOrWhiteSpace(options.AppSecret))
        {
            return $"{nameof(options.AppSecret)} is {(hasAppSecret ? "empty" : "missing")}.";
        }

        return options.ToVerifierOptions().FindFault();
    }
}
