using MiniApp;

namespace MaxMiniApp;

/// <summary>A bot's token: a text without an outer shape.</summary>
internal static class MaxBotToken
{
    /// <summary>Passes a token on that could be one.</summary>
    /// <exception cref="ArgumentException">The text is no token. The message doesn't hold it.</exception>
    public static string Require(string token, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(token, parameterName);

        return IsUsable(token) ? token
            : throw new ArgumentException("A bot token must not be empty and must not hold white space.", parameterName);
    }

    public static bool IsUsable(string token) => BotTokens.IsUsable(token);
}
