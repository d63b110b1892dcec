namespace MiniApp;

/// <summary>What every bot token has to be, whatever a platform puts into it.</summary>
internal static class BotTokens
{
    /// <summary>Whether the text could be a token. White space never is part of one: it comes with a line that was pasted.</summary>
    public static bool IsUsable(string? token) => !string.IsNullOrEmpty(token) && !token.Any(char.IsWhiteSpace);
}
