using MiniApp;

namespace MaxMiniApp;

/// <summary>A bot's token. MAX documents no form of it.</summary>
public static class MaxBotToken
{
    /// <summary>Whether a text could be a bot's token: it is not empty and holds no white space.</summary>
    /// <param name="token">The text.</param>
    public static bool IsUsable(string? token) => BotToken.IsUsable(token);

    /// <summary>The key of a token, for init data.</summary>
    /// <exception cref="ArgumentException">The text is no token. The message doesn't hold it.</exception>
    internal static byte[] DeriveKey(string token, string parameterName) => InitDataHash.DeriveKey(Check(token, parameterName));

    /// <summary>The token.</summary>
    /// <exception cref="ArgumentException">The text is no token. The message doesn't hold it.</exception>
    internal static string Check(string token, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(token, parameterName);

        return IsUsable(token) ? token
            : throw new ArgumentException("A bot token must not be empty and must not hold white space.", parameterName);
    }
}
