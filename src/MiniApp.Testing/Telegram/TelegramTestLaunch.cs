using MiniApp.Testing;
using TelegramMiniApp.AspNetCore;

namespace TelegramMiniApp.Testing;

/// <summary>
/// A launch in Telegram to test with, good or bad. It is not init data yet: it is made from this with the settings of a
/// scheme of the host under test, and by that scheme's clock. It never changes: every method makes another launch, so one may serve
/// many tests.
/// </summary>
public sealed class TelegramTestLaunch : TestLaunch<TelegramTestLaunch, TelegramMiniAppOptions>
{
    private readonly TelegramInitDataDescriptor _launch;
    private Func<TelegramMiniAppOptions, TelegramTestKeys> _keys = TelegramTestKeys.OfScheme;

    /// <summary>A good launch.</summary>
    /// <param name="userId">The user's id.</param>
    public TelegramTestLaunch(long userId)
        : this(new TelegramInitDataDescriptor { User = new TelegramUser { Id = userId } })
    {
    }

    /// <summary>A launch with these fields.</summary>
    /// <param name="launch">The fields. Without a time, it is signed by the clock of the scheme under test.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    public TelegramTestLaunch(TelegramInitDataDescriptor launch)
        : base(launch?.AuthDate)
    {
        ArgumentNullException.ThrowIfNull(launch);
        _launch = launch;
    }

    /// <summary>Refused because it names no user.</summary>
    public static TelegramTestLaunch WithoutUser { get; } = new(new TelegramInitDataDescriptor { User = null });

    /// <summary>Of this bot, with the newest of its keys: for a scheme that knows several.</summary>
    /// <param name="botId">The bot's id.</param>
    /// <remarks>Without it, a launch is of the scheme's first bot whose key is known, or else of the first of all.</remarks>
    public TelegramTestLaunch OfBot(long botId) => With(launch => launch._keys = options => TelegramTestKeys.OfBot(botId, options));

    /// <summary>Signed with this token: an older one of the bot's, or one that the scheme does not know.</summary>
    /// <param name="botToken">The bot's token.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token.</exception>
    public TelegramTestLaunch SignedBy(string botToken)
    {
        var key = TelegramSecretKey.Derive(botToken);
        _ = TelegramBotToken.TryReadBotId(botToken, out var botId);

        return With(launch => launch._keys = options => TelegramTestKeys.Create(botId, key, options));
    }

    /// <inheritdoc/>
    public override TelegramTestLaunch Forged() => With(launch => launch._keys = TelegramTestKeys.Forge);

    private protected override string Sign(TelegramMiniAppOptions options, TimeProvider clock) =>
        _keys(options).ToSigner(clock).SignInitData(_launch);
}
