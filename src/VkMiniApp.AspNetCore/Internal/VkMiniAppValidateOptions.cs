using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore;

/// <summary>Says which setting of which scheme keeps the host from starting. Never shows a secret.</summary>
internal sealed class VkMiniAppValidateOptions : IValidateOptions<VkMiniAppOptions>
{
    public static string Message(string? scheme, string fault) =>
        $"Authentication scheme '{scheme}': {fault} It is set in code or in Authentication:Schemes:{scheme}.";

    public ValidateOptionsResult Validate(string? name, VkMiniAppOptions options) =>
        FindFault(options) is { } fault ? ValidateOptionsResult.Fail(Message(name, fault)) : ValidateOptionsResult.Success;

    private static string? FindFault(VkMiniAppOptions options)
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
