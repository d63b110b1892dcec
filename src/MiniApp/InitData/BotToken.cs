using System.Diagnostics.CodeAnalysis;

namespace MiniApp;

/// <summary>What the token of every bot has to be, whatever a platform puts into it.</summary>
internal static class BotToken
{
    /// <summary>Whether the text could be a token. White space never is part of one: it comes with a line that was pasted.</summary>
    public static bool IsUsable([NotNullWhen(true)] string? token) => !string.IsNullOrEmpty(token) && !token.Any(char.IsWhiteSpace);
}
