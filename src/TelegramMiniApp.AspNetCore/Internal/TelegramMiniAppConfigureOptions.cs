using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Reads the settings that only Telegram has.</summary>
internal sealed class TelegramMiniAppConfigureOptions(IAuthenticationConfigurationProvider provider)
    : MiniAppConfigureOptions<TelegramMiniAppOptions>(provider)
{
    protected override void ConfigurePlatform(SchemeSection section, TelegramMiniAppOptions options)
    {
        options.BotToken = section.ReadText(nameof(options.BotToken)) ?? options.BotToken;
        options.BotId = section.ReadInteger<long>(nameof(options.BotId)) ?? options.BotId;
        options.RequireBothProofs = section.ReadFlag(nameof(options.RequireBothProofs)) ?? options.RequireBothProofs;
        options.Environment = section.ReadName<TelegramEnvironment>(nameof(options.Environment)) ?? options.Environment;
        options.AcceptBearer = section.ReadFlag(nameof(options.AcceptBearer)) ?? options.AcceptBearer;
    }
}
