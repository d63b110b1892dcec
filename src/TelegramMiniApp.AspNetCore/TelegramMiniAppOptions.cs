using System.Collections.ObjectModel;
using System.Globalization;
using System.Security.Claims;
using MiniApp;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>The settings of Telegram mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class TelegramMiniAppOptions : InitDataMiniAppOptions<TelegramInitData>
{
    private static readonly string[] Lasting =
        [ClaimTypes.NameIdentifier, TelegramClaimTypes.UserId, TelegramClaimTypes.TestUserId, TelegramClaimTypes.BotId];

    private static readonly string[] FramingSites = ["https://web.telegram.org"];

    // One for the whole process, so that all schemes share the keys that it has imported.
    private static readonly Ed25519Verifier SharedEd25519 = new();

    private readonly Dictionary<long, KnownBot> _added = [];

    /// <summary>Makes options with the defaults.</summary>
    public TelegramMiniAppOptions()
        : base(TelegramMiniAppDefaults.Issuer, "tma")
    {
    }

    /// <summary>
    /// The bot's id, above 0, in place of <c>BotToken</c>: then Telegram's own signature proves init data, and this back end
    /// keeps no secret (<see href="https://core.telegram.org/bots/webapps#validating-data-for-third-party-use">the rule</see>).
    /// </summary>
    public long? BotId { get; set; }

    /// <summary>
    /// Whether a bot whose token or key is known must show both proofs: <c>hash</c> and Telegram's <c>signature</c>. Clients older than
    /// Bot API 8.0 are refused then.
    /// </summary>
    /// <value><see langword="false"/>: <c>hash</c> is enough.</value>
    public bool RequireBothProofs { get; set; }

    /// <summary>
    /// Whether the bots are at Telegram's production servers or at its test servers, and so which of Telegram's public keys
    /// <c>signature</c> is checked with. The test servers number their users separately, so these are kept apart: see
    /// <see cref="TelegramClaimTypes.TestUserId"/>.
    /// </summary>
    /// <value><see cref="TelegramEnvironment.Production"/>.</value>
    public TelegramEnvironment Environment { get; set; }

    /// <summary>
    /// Whether users of the test servers have the claims of Telegram's users, and meet the same policies: for a stage that serves the test
    /// servers alone. Then only their name identifier differs.
    /// </summary>
    /// <value><see langword="false"/>. It is refused unless <see cref="Environment"/> is <see cref="TelegramEnvironment.Test"/>.</value>
    public bool TreatTestAsProduction { get; set; }

    /// <summary>The public key to check <c>signature</c> with in place of Telegram's, for tests and development.</summary>
    /// <value><see langword="null"/>: the key of the <see cref="Environment"/>. Otherwise 32 bytes, a point as RFC 8032 writes it.</value>
    public ReadOnlyMemory<byte>? PublicKey { get; set; }

    /// <summary>What checks Ed25519 signatures.</summary>
    /// <value>An <see cref="Ed25519Verifier"/>, one for the whole process.</value>
    public IEd25519Verifier Ed25519 { get; set; } = SharedEd25519;

    /// <summary>How long a sign-in by the old Login Widget is valid after Telegram proved it: see <see cref="LoginWidgetVerifier"/>.</summary>
    /// <value>
    /// One hour: Telegram states no lifetime, and a site is called with it at once. From <see cref="TimeSpan.Zero"/> up, in whole seconds;
    /// one exactly as old is valid.
    /// </value>
    public TimeSpan LoginWidgetLifetime { get; set; } = TimedVerifierOptions.DefaultLifetime;

    /// <summary>
    /// Every bot whose init data is accepted, those of <c>BotToken</c> and <see cref="BotId"/> included, with the keys of its tokens, the
    /// newest first; none for a bot of which the id alone is known.
    /// </summary>
    /// <exception cref="ArgumentException"><c>BotToken</c> is no bot's token.</exception>
    public IReadOnlyDictionary<long, IReadOnlyList<TelegramSecretKey>> Bots
    {
        get
        {
            var bots = FindBots().All.ToDictionary(bot => bot.Key, bot => bot.Value.Keys);
            return new ReadOnlyDictionary<long, IReadOnlyList<TelegramSecretKey>>(bots);
        }
    }

    /// <inheritdoc/>
    public override TelegramInitDataVerifier Verifier => field ??= new TelegramInitDataVerifier(ToVerifierOptions());

    /// <summary>
    /// The verifier of the contacts that users share with these bots, made when it is first asked for: with
    /// <see cref="InitDataMiniAppOptions{T}.ContactLifetime"/>, <see cref="MiniAppOptions.ClockSkew"/> and the clock of the launches. It knows
    /// nothing of a bot whose id alone is known, and refuses what was shared with one.
    /// </summary>
    /// <exception cref="InvalidOperationException">Of every bot the id alone is known.</exception>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public TelegramContactVerifier ContactVerifier => field ??= new TelegramContactVerifier(
        FindBots().AddTo(SetTimes(new TelegramContactVerifierOptions(), ContactLifetime)));

    /// <summary>
    /// The verifier of sign-ins by the old Login Widget of these bots, made when it is first asked for: with
    /// <see cref="LoginWidgetLifetime"/>, <see cref="MiniAppOptions.ClockSkew"/> and the clock of the launches. The widget's key is made of a
    /// bot's token and can't be made of <see cref="TelegramSecretKey"/>, so bots that were added without their tokens are refused.
    /// </summary>
    /// <exception cref="InvalidOperationException">Of no bot the token is known.</exception>
    /// <exception cref="ArgumentException">No verifier can be made of these options.</exception>
    public TelegramLoginWidgetVerifier LoginWidgetVerifier => field ??= new TelegramLoginWidgetVerifier(
        FindBots().AddTo(SetTimes(new TelegramLoginWidgetVerifierOptions(), LoginWidgetLifetime)));

    /// <inheritdoc/>
    protected override string OriginalIssuer => KeepsTestUsersApart ? TelegramMiniAppDefaults.TestIssuer : base.OriginalIssuer;

    /// <summary>Whether the users are those of the test servers, and no user of Telegram's may be taken for them.</summary>
    internal bool KeepsTestUsersApart => Environment == TelegramEnvironment.Test && !TreatTestAsProduction;

    /// <inheritdoc/>
    public override string TokenSource => "The text of Telegram.WebApp.initData, as Telegram wrote it.";

    /// <summary>
    /// Adds a bot by its token, beside <c>BotToken</c> or instead of it, or replaces what was known of it. Keys of the bot of
    /// <c>BotToken</c> itself are accepted beside that token.
    /// </summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public void AddBot(string botToken, params string[] olderTokens)
    {
        _ = new TelegramInitDataVerifierOptions().AddBot(botToken, olderTokens);
        _added[BotIdOf(botToken)] = KnownBot.ByTokens([botToken, .. olderTokens]);
    }

    /// <summary>Adds a bot by the key of its token, or replaces what was known of it.</summary>
    /// <param name="botId">The bot's id, above 0: what stands before the colon of its token.</param>
    /// <param name="secretKey">The key of its token.</param>
    /// <param name="olderKeys">Keys of its tokens that are being replaced.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentNullException">A key is <see langword="null"/>.</exception>
    public void AddBot(long botId, TelegramSecretKey secretKey, params TelegramSecretKey[] olderKeys)
    {
        _ = new TelegramInitDataVerifierOptions().AddBot(botId, secretKey, olderKeys);
        _added[botId] = KnownBot.ByKeys([secretKey, .. olderKeys]);
    }

    /// <summary>Adds a bot of which nothing but its id is known, or replaces what was known of it: see <see cref="BotId"/>.</summary>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    public void AddBot(long botId)
    {
        _ = new TelegramInitDataVerifierOptions().AddBot(botId);
        _added[botId] = KnownBot.ById;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> LastingClaims => Lasting;

    /// <summary>
    /// <c>https://web.telegram.org</c>, where Telegram's web clients are: the origin that Telegram's own script names as the trusted one.
    /// </summary>
    protected override IReadOnlyList<string> FrameAncestors => FramingSites;

    /// <inheritdoc/>
    protected override bool LooksLikeToken(ReadOnlySpan<char> token) => TelegramInitData.LooksLikeInitData(token);

    /// <inheritdoc/>
    protected override string? ExplainRefusal(MiniAppException failure) => failure is not MiniAppInvalidSignatureException ? null
        : BotToken is null && BotId is not null
            ? "It was signed for another bot, or changed on its way: BotId has to be that of the bot that opens the page, and Environment that of its servers."
            : "It was signed for another bot, or changed on its way: BotToken has to be the token of the bot that opens the page, as BotFather has it "
                + "now.";

    /// <inheritdoc/>
    protected override void ReadSettings(SchemeConfiguration configuration)
    {
        base.ReadSettings(configuration);

        foreach (var text in configuration.ReadList(nameof(Bots)))
        {
            AddListed(text, configuration);
        }

        BotId = configuration.ReadId(nameof(BotId)) ?? BotId;
        RequireBothProofs = configuration.ReadFlag(nameof(RequireBothProofs)) ?? RequireBothProofs;
        Environment = configuration.ReadName<TelegramEnvironment>(nameof(Environment)) ?? Environment;
        TreatTestAsProduction = configuration.ReadFlag(nameof(TreatTestAsProduction)) ?? TreatTestAsProduction;
        LoginWidgetLifetime = configuration.ReadTime(nameof(LoginWidgetLifetime)) ?? LoginWidgetLifetime;
    }

    /// <inheritdoc/>
    protected override string? FindFault() =>
        this is { BotToken: null, BotId: null } && _added.Count == 0 ? $"{nameof(BotToken)} is missing, and so is {nameof(BotId)}."
        : BotId <= 0 ? $"{nameof(BotId)} must be above 0."
        : (BotToken is not null && !TelegramBotToken.TryReadBotId(BotToken, out _)) || OlderBotTokens.Any(IsPadded)
            ? $"{nameof(BotToken)} must be the bot's id, a colon and more, without white space."
        : !OlderBotTokens.All(older => TelegramBotToken.TryReadBotId(older, out var botId) && botId == BotIdOf(BotToken!))
            ? $"{nameof(BotToken)} must list tokens of one bot."
        : TreatTestAsProduction && Environment != TelegramEnvironment.Test
            ? $"{nameof(TreatTestAsProduction)} is for {nameof(Environment)} {nameof(TelegramEnvironment.Test)} alone."
        : ContactLifetime < TimeSpan.Zero ? $"{nameof(ContactLifetime)} must not be negative."
        : LoginWidgetLifetime < TimeSpan.Zero ? $"{nameof(LoginWidgetLifetime)} must not be negative."
        : ToVerifierOptions().FindFault();

    private static long BotIdOf(string botToken) => TelegramBotToken.TryReadBotId(botToken, out var botId) ? botId
        : throw new ArgumentException($"{nameof(BotToken)} is no bot's token.", nameof(botToken));

    private static bool IsPadded(string text) => text.Trim() is { Length: > 0 } trimmed && trimmed.Length < text.Length;

    /// <summary>Adds a bot by a token, of which one bot may have several in the list, or by its id alone.</summary>
    private void AddListed(string text, SchemeConfiguration configuration)
    {
        if (TelegramBotToken.TryReadBotId(text, out var botId))
        {
            _added[botId] = _added.GetValueOrDefault(botId, KnownBot.ById).And(KnownBot.ByTokens(text));
        }
        else if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out botId) && botId > 0)
        {
            _added.TryAdd(botId, KnownBot.ById);
        }
        else if (IsPadded(text))
        {
            throw configuration.Refuse($"{nameof(Bots)} lists a text with white space around it. A bot's token or id is written without.");
        }
        else
        {
            throw configuration.Refuse($"{nameof(Bots)} lists a text that is neither a bot's token nor its id.");
        }
    }

    private KnownBots FindBots()
    {
        var bots = new Dictionary<long, KnownBot>();
        if (BotId is { } id)
        {
            bots[id] = KnownBot.ById;
        }

        if (BotToken is { } token)
        {
            bots[BotIdOf(token)] = KnownBot.ByTokens([token, .. OlderBotTokens]);
        }

        foreach (var (botId, bot) in _added)
        {
            bots[botId] = bots.GetValueOrDefault(botId, KnownBot.ById).And(bot);
        }

        return new KnownBots(bots);
    }

    private TelegramInitDataVerifierOptions ToVerifierOptions() => FindBots().AddTo(SetRules(new TelegramInitDataVerifierOptions
    {
        RequireBothProofs = RequireBothProofs,
        Environment = Environment,
        PublicKey = PublicKey,
        Ed25519 = Ed25519,
    }));
}
