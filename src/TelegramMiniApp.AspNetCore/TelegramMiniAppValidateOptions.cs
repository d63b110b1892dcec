using Microsoft.Extensions.DependencyInjection;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Finds what keeps init data from being verified.</summary>
internal sealed class TelegramMiniAppValidateOptions(IServiceProviderIsService services)
    : MiniAppValidateOptions<TelegramMiniAppOptions>(services)
{
    protected override string? FindFault(TelegramMiniAppOptions options)
    {
        if (options is { BotToken: null, BotId: null, Bots.Count: 0 })
        {
            return $"{nameof(options.BotToken)} is missing, and so is {nameof(options.BotId)}.";
        }

        if (options.BotId <= 0)
        {
            return $"{nameof(options.BotId)} must be above 0.";
        }

        if (options.BotToken is { } token && !TelegramBotToken.TryReadBotId(token, out _))
        {
            return $"{nameof(options.BotToken)} must be the bot's id, a colon and more, without white space.";
        }

        if (!Array.TrueForAll(options.OlderBotTokens, older => AreOfOneBot(older, options.BotToken!)))
        {
            return $"{nameof(options.BotToken)} must list tokens of one bot.";
        }

        return options.ToVerifierOptions().FindFault();
    }

    private static bool AreOfOneBot(string token, string other) =>
        TelegramBotToken.TryReadBotId(token, out var botId) && TelegramBotToken.TryReadBotId(other, out var otherBotId) && botId == otherBotId;
}
