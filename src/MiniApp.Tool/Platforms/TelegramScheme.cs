using MiniApp.AspNetCore;
using MiniApp.Tool.Terminal;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;

namespace MiniApp.Tool.Platforms;

/// <summary>A scheme of Telegram mini apps.</summary>
internal sealed class TelegramScheme(string name, TelegramMiniAppOptions options, TimeProvider clock) : IScheme
{
    private static readonly InitDataRefusals Refusals = new("Telegram", "Telegram.WebApp", "the bot's token from BotFather");

    public string Name => name;

    public MiniAppOptions Options => options;

    public int KeyCount => options.Bots.Values.Sum(keys => keys.Count);

    public Verdict Judge(ReadOnlySpan<char> token)
    {
        var result = options.Verifier.Verify(token);
        return result.Succeeded
            ? new Verdict(null, result.InitData.User.Id, result.InitData.BotId)
            : new Verdict(Refusals.Of(result.Failure));
    }

    public string Sign(LaunchDescriptor launch)
    {
        var descriptor = new TelegramInitDataDescriptor
        {
            User = new TelegramUser
            {
                Id = launch.UserId,
                FirstName = launch.FirstName ?? "Test",
                Username = launch.Username,
                LanguageCode = launch.Language ?? "ru",
            },
            AuthDate = clock.GetUtcNow() - launch.Age,
            Additional = launch.ToInitDataFields(),
        };

        return CreateSigner().SignInitData(descriptor);
    }

    private TelegramInitDataSigner CreateSigner()
    {
        if (options.BotToken is { } token)
        {
            return new TelegramInitDataSigner(token, clock);
        }

        var bots = options.Bots.Where(bot => bot.Value.Count > 0).ToArray();
        return bots is [var (botId, keys)]
            ? new TelegramInitDataSigner(botId, keys[0], timeProvider: clock)
            : throw NoKey(hasSeveral: bots.Length > 0);
    }

    /// <summary>Why there is no key to sign with.</summary>
    public static UsageException NoKey(bool hasSeveral) => hasSeveral
        ? new UsageException("The settings have several bots.", "Give --bot-id the id of one of them.")
        : new UsageException("The settings have no bot token.", "Telegram's own signature is for Telegram alone to make.");
}
