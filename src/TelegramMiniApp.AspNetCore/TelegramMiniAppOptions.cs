using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>The settings of Telegram mini app authentication. The section <c>Authentication:Schemes:{scheme}</c> sets them too.</summary>
public sealed class TelegramMiniAppOptions : MiniAppOptions
{
    private static readonly string[] Words = ["tma"];

    // One for the whole process, so that its known keys are.
    private static readonly Ed25519Verifier SharedEd25519 = new();

    private TelegramInitDataVerifier? _verifier;

    /// <summary>Makes options with the defaults.</summary>
    public TelegramMiniAppOptions()
        : base(TelegramMiniAppDefaults.Issuer, TimeSpan.FromHours(24))
    {
    }

    /// <summary>
    /// The bot's token from BotFather: its id, a colon and more. It belongs into user secrets or the environment. For several bots see
    /// <see cref="AddBot(string, string[])"/>.
    /// </summary>
    public string? BotToken
    {
        get;
        set => (field, OlderBotTokens) = (value, []);
    }

    /// <summary>
    /// The bot's id, above 0, in place of <see cref="BotToken"/>: then Telegram's own signature proves init data, and this back end
    /// keeps no secret (<see href="https://core.telegram.org/bots/webapps#validating-data-for-third-party-use">the rule</see>).
    /// </summary>
    public long? BotId { get; set; }

    /// <summary>
    /// Whether a bot whose token or key is known must show both proofs: <c>hash</c> and Telegram's <c>signature</c>. Clients older than
    /// Bot API 8.0 are refused then.
    /// </summary>
    /// <value><see langword="false"/>: <c>hash</c> is enough.</value>
    public bool RequireBothProofs { get; set; }

    /// <summary>Which of Telegram's two public keys <c>signature</c> is checked with.</summary>
    /// <value><see cref="TelegramEnvironment.Production"/>.</value>
    public TelegramEnvironment Environment { get; set; }

    /// <summary>The public key to check <c>signature</c> with in place of Telegram's, for tests and development.</summary>
    /// <value><see langword="null"/>: the key of the <see cref="Environment"/>. Otherwise 32 bytes, a point as RFC 8032 writes it.</value>
    public ReadOnlyMemory<byte>? PublicKey { get; set; }

    /// <summary>What checks Ed25519 signatures.</summary>
    /// <value>An <see cref="Ed25519Verifier"/>, one for the whole process.</value>
    public IEd25519Verifier Ed25519 { get; set; } = SharedEd25519;

    /// <summary>
    /// Whether <c>Authorization: Bearer …</c> is read as well as <c>Authorization: tma …</c>. Where another scheme uses the same word,
    /// each would refuse the other's tokens, unless those look like JSON Web Tokens.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptBearer { get; set; }

    /// <summary>The verifier that these options describe. They are not changed any more once a request asks for it.</summary>
    internal TelegramInitDataVerifier Verifier => _verifier ??= new TelegramInitDataVerifier(ToVerifierOptions());

    /// <summary>The words that may stand before init data in the <c>Authorization</c> header, where <see cref="AcceptBearer"/> is set.</summary>
    internal static string[] WordsWithBearer { get; } = ["tma", "Bearer"];

    internal override ReadOnlySpan<string> HeaderWords => AcceptBearer ? WordsWithBearer : Words;

    internal override string TokenName => "Telegram init data";

    internal override string TokenSource => "The text of Telegram.WebApp.initData, as Telegram wrote it.";

    internal Dictionary<long, TelegramSecretKey[]> Bots { get; } = [];

    /// <summary>Tokens that the configuration lists behind <see cref="BotToken"/>. Whoever sets that anew means it to be the only one.</summary>
    internal string[] OlderBotTokens { get; set; } = [];

    /// <summary>
    /// Adds a bot by its token, beside <see cref="BotToken"/> or instead of it, or replaces what was known of it. Keys of the bot of
    /// <see cref="BotToken"/> itself are accepted beside that token.
    /// </summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public void AddBot(string botToken, params string[] olderTokens) => Add(new TelegramInitDataVerifierOptions().AddBot(botToken, olderTokens));

    /// <summary>Adds a bot by the key of its token, or replaces what was known of it.</summary>
    /// <param name="botId">The bot's id, above 0: what stands before the colon of its token.</param>
    /// <param name="secretKey">The key of its token.</param>
    /// <param name="olderKeys">Keys of its tokens that are being replaced.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentNullException">A key is <see langword="null"/>.</exception>
    public void AddBot(long botId, TelegramSecretKey secretKey, params TelegramSecretKey[] olderKeys) =>
        Add(new TelegramInitDataVerifierOptions().AddBot(botId, secretKey, olderKeys));

    /// <summary>Adds a bot of which nothing but its id is known, or replaces what was known of it: see <see cref="BotId"/>.</summary>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    public void AddBot(long botId) => Add(new TelegramInitDataVerifierOptions().AddBot(botId));

    /// <summary>What a verifier is made from.</summary>
    /// <exception cref="ArgumentException"><see cref="BotToken"/> or <see cref="BotId"/> can't be one.</exception>
    internal TelegramInitDataVerifierOptions ToVerifierOptions()
    {
        var options = new TelegramInitDataVerifierOptions
        {
            Lifetime = Lifetime,
            ClockSkew = ClockSkew,
            TimeProvider = TimeProvider ?? TimeProvider.System,
            MaxTokenLength = MaxTokenLength,
            MaxParameters = MaxParameters,
            RequireBothProofs = RequireBothProofs,
            Environment = Environment,
            PublicKey = PublicKey,
            Ed25519 = Ed25519,
        };

        if (BotId is { } id)
        {
            options.AddBot(id);
        }

        if (BotToken is not null)
        {
            options.AddBot(BotToken, OlderBotTokens);
        }

        foreach (var (botId, keys) in Bots)
        {
            options.Bots[botId] = [.. options.Bots.GetValueOrDefault(botId, []), .. keys];
        }

        return options;
    }

    private void Add(TelegramInitDataVerifierOptions added)
    {
        foreach (var (botId, keys) in added.Bots)
        {
            Bots[botId] = keys;
        }
    }
}
