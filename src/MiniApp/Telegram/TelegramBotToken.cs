using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>A bot's token: its id, a colon, and what is secret, without white space.</summary>
public static class TelegramBotToken
{
    /// <summary>Reads the id of the bot that a token belongs to.</summary>
    /// <param name="token">The token.</param>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <returns><see langword="false"/> for a text that is no token.</returns>
    public static bool TryReadBotId([NotNullWhen(true)] string? token, out long botId)
    {
        botId = 0;
        var colon = token?.IndexOf(':', StringComparison.Ordinal) ?? -1;

        return BotToken.IsUsable(token)
            && colon >= 0 && colon < token.Length - 1
            && DecimalDigits.TryRead(token.AsSpan(0, colon), out botId) && botId > 0;
    }

    /// <summary>Reads the id of the bot that tokens belong to.</summary>
    /// <exception cref="ArgumentException">A text is no token, or not of the same bot. The message holds none of them.</exception>
    internal static long ReadBotId(string botToken, string[] olderTokens)
    {
        ArgumentNullException.ThrowIfNull(olderTokens);
        var botId = ReadBotId(botToken, nameof(botToken));

        return Array.Exists(olderTokens, token => ReadBotId(token, nameof(olderTokens)) != botId)
            ? throw new ArgumentException($"An older token is not of bot {botId}.", nameof(olderTokens))
            : botId;
    }

    /// <summary>Reads the id of the bot that a token belongs to.</summary>
    /// <exception cref="ArgumentException">The text is no token. The message doesn't hold it.</exception>
    internal static long ReadBotId(string token, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(token, parameterName);

        return TryReadBotId(token, out var botId) ? botId
            : throw new ArgumentException("A bot token is the bot's id, a colon and more, without white space.", parameterName);
    }
}
