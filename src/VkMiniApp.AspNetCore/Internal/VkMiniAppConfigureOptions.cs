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
        options.AppSecret = section.ReadText(nameof(options.AppSecret)) ?? options.AppSecret;
        options.AllowOdnoklassniki = section.ReadFlag(nameof(options.AllowOdnoklassniki)) ?? options.AllowOdnoklassniki;
    }
}
