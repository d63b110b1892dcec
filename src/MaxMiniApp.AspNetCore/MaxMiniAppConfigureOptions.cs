using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Reads the settings that only MAX has.</summary>
internal sealed class MaxMiniAppConfigureOptions(IAuthenticationConfigurationProvider provider)
    : MiniAppConfigureOptions<MaxMiniAppOptions>(provider)
{
    protected override void ConfigurePlatform(SchemeSection section, MaxMiniAppOptions options)
    {
        if (section.ReadTexts(nameof(options.BotToken)) is [var token, .. var olderTokens])
        {
            (options.BotToken, options.OlderBotTokens) = (token, olderTokens);
        }

        foreach (var botToken in section.ReadTexts("Bots"))
        {
            if (!MaxBotToken.IsUsable(botToken))
            {
                throw section.Refuse("Bots lists a text that is empty or holds white space.");
            }

            options.AddBot(botToken);
        }

        options.AcceptBearer = section.ReadFlag(nameof(options.AcceptBearer)) ?? options.AcceptBearer;
    }
}
