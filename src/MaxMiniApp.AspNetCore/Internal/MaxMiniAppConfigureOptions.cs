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
            options.BotToken = token;
            AddBots(section, nameof(options.BotToken), olderTokens, options);
        }

        AddBots(section, "Bots", section.ReadTexts("Bots"), options);
        options.AcceptBearer = section.ReadFlag(nameof(options.AcceptBearer)) ?? options.AcceptBearer;
    }

    private static void AddBots(SchemeSection section, string setting, string[] tokens, MaxMiniAppOptions options)
    {
        if (!Array.TrueForAll(tokens, MaxBotToken.IsUsable))
        {
            throw section.Refuse($"{setting} lists a text that is empty or holds white space.");
        }

        Array.ForEach(tokens, token => options.AddBot(token));
    }
}
