using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Reads the settings that only MAX has.</summary>
internal sealed class MaxMiniAppConfigureOptions(IAuthenticationConfigurationProvider provider)
    : MiniAppConfigureOptions<MaxMiniAppOptions>(provider)
{
    protected override void ConfigurePlatform(SchemeSection section, MaxMiniAppOptions options)
    {
        options.BotToken = section.ReadText(nameof(options.BotToken)) ?? options.BotToken;
        options.AcceptBearer = section.ReadFlag(nameof(options.AcceptBearer)) ?? options.AcceptBearer;
    }
}
