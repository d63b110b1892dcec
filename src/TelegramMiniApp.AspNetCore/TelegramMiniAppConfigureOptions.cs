using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Reads the settings that only Telegram has.</summary>
internal sealed class TelegramMiniAppConfigureOptions(IAuthenticationConfigurationProvider provider)
    : MiniAppConfigureOptions<TelegramMiniAppOptions>(provider)
{
    protected override void ConfigurePlatform(SchemeSection section, TelegramMiniAppOptions options)
    {
        if (section.ReadTexts(nameof(options.BotToken)) is [var token, .. var olderTokens])
        {
            (options.BotToken, options.OlderBotTokens) = (token, olderTokens);
        }

        AddBots(section, options);
        options.BotId = section.ReadInteger<long>(nameof(options.BotId)) ?? options.BotId;
        options.RequireBothProofs = section.ReadFlag(nameof(options.RequireBothProofs)) ?? options.RequireBothProofs;
        options.Environment = section.ReadName<TelegramEnvironment>(nameof(options.Environment)) ?? options.Environment;
        options.AcceptBearer = section.ReadFlag(nameof(options.AcceptBearer)) ?? options.AcceptBearer;
    }

    /// <summary>Adds bots by their tokens, of which one bot may have several, or by their ids alone.</summary>
    private static void AddBots(SchemeSection section, TelegramMiniAppOptions options)
    {
        foreach (var text in section.ReadTexts(nameof(options.Bots)))
        {
            if (TelegramBotToken.TryReadBotId(text, out var botId))
            {
                Add(options, botId, TelegramSecretKey.Derive(text));
            }
            else if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out botId) && botId > 0)
            {
                Add(options, botId);
            }
            else
            {
                throw section.Refuse($"{nameof(options.Bots)} lists a text that is neither a bot's token nor its id.");
            }
        }
    }

    private static void Add(TelegramMiniAppOptions options, long botId, params TelegramSecretKey[] keys) =>
        options.Bots[botId] = [.. options.Bots.GetValueOrDefault(botId, []), .. keys];
}
