using MiniApp.Tool.Platforms;
using MiniApp.Tool.Terminal;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Tool.Proofs;

/// <summary>
/// The tokens of the bots in a scheme's settings. The Login Widget's proof takes the token itself, which the scheme's options do not give.
/// </summary>
internal static class TelegramKeys
{
    /// <summary>Each bot's tokens, the newest first; a bot that is known by its id alone is not there.</summary>
    public static IReadOnlyList<IGrouping<long, string>> Read(SchemeSettings settings) =>
    [
        .. new[] { nameof(TelegramMiniAppOptions.BotToken), nameof(TelegramMiniAppOptions.Bots) }
            .SelectMany(settings.Members)
            .Select(setting => setting.Value?.Trim())
            .Where(token => TelegramBotToken.TryReadBotId(token, out _))
            .GroupBy(token => TelegramBotToken.ReadBotId(token!, []), token => token!),
    ];

    /// <summary>The token to sign with.</summary>
    /// <exception cref="UsageException">There is none, or no telling which.</exception>
    public static string Choose(SchemeSettings settings)
    {
        var bots = Read(settings);
        return bots.Count == 1 || (bots.Count > 1 && settings.Has(nameof(TelegramMiniAppOptions.BotToken)))
            ? bots[0].First()
            : throw TelegramScheme.NoKey(hasSeveral: bots.Count > 1);
    }
}
