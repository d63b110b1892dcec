using MiniApp;

namespace TelegramMiniApp;

/// <summary>A bot's token: its id, a colon, and what is secret.</summary>
internal static class TelegramBotToken
{
    /// <summary>Reads the id of the bot that a token belongs to.</summary>
    /// <exception cref="ArgumentException">The text is no token. The message doesn't hold it.</exception>
    public static long ReadBotId(string token, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(token, parameterName);

        return TryReadBotId(token, out var id) ? id
            : throw new ArgumentException("A bot token is the bot's id, a colon and more, without white space.", parameterName);
    }

    /// <summary>Reads the id of the bot that a token belongs to; <see langword="false"/> for a text that is no token.</summary>
    public static bool TryReadBotId(string token, out long id)
    {
        id = 0;
        var colon = token.IndexOf(':', StringComparison.Ordinal);

        return BotTokens.IsUsable(token)
            && colon >= 0 && colon < token.Length - 1
            && DecimalDigits.TryRead(token.AsSpan(0, colon), out id) && id > 0;
    }
}
