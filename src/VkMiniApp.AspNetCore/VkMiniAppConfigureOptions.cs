using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Reads the settings that only VK has.</summary>
internal sealed class VkMiniAppConfigureOptions(IAuthenticationConfigurationProvider provider)
    : MiniAppConfigureOptions<VkMiniAppOptions>(provider)
{
    protected override void ConfigurePlatform(SchemeSection section, VkMiniAppOptions options)
    {
        options.AppId = section.ReadInteger<long>(nameof(options.AppId)) ?? options.AppId;
        options.AllowOdnoklassniki = section.ReadFlag(nameof(options.AllowOdnoklassniki)) ?? options.AllowOdnoklassniki;
        options.AcceptJson = section.ReadFlag(nameof(options.AcceptJson)) ?? options.AcceptJson;

        if (section.ReadTexts(nameof(options.AppSecret)) is [var secret, .. var olderSecrets])
        {
            (options.AppSecret, options.OlderAppSecrets) = (secret, olderSecrets);
        }

        foreach (var (name, secrets) in section.ReadGroup(nameof(options.Apps)))
        {
            // The name is left out of the message: it may be a key that was written in the place of an id.
            options.Apps[ReadAppId(name) ?? throw section.Refuse("Apps has a name that is no app's id.")] = secrets;
        }
    }

    // With a zero before it, one id could be there twice.
    private static long? ReadAppId(string name) =>
        name is not ['0', ..] && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var appId) ? appId : null;
}
