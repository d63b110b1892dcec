using MiniApp;

namespace TelegramMiniApp;

/// <summary>What a <see cref="TelegramInitDataVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class TelegramInitDataVerifierOptions : InitDataVerifierOptions
{
    private static readonly InitDataEnvelope Envelope = new("tgWebApp");

    /// <summary>The bots and the keys of their tokens; none for a bot whose id alone is known.</summary>
    internal Dictionary<long, TelegramSecretKey[]> Bots { get; } = [];

    /// <summary>
    /// Whether a bot whose token or key is known must show both proofs: <c>hash</c> and Telegram's <c>signature</c>. Then neither a
    /// stolen token nor a stolen signing key is enough to forge a user; but clients older than Bot API 8.0 are refused, and a check
    /// takes tens of times as long.
    /// </summary>
    /// <value><see langword="false"/>: <c>hash</c> is enough.</value>
    public bool RequireBothProofs { get; set; }

    /// <summary>
    /// Whether the bots are at Telegram's production servers or at its test servers, and so which public key <c>signature</c> is checked
    /// with.
    /// </summary>
    /// <value><see cref="TelegramEnvironment.Production"/>.</value>
    public TelegramEnvironment Environment { get; set; }

    /// <summary>
    /// The public key to check <c>signature</c> with in place of Telegram's: that of a <see cref="TelegramInitDataSigner"/>, for tests
    /// and development.
    /// </summary>
    /// <value><see langword="null"/>: the key of the <see cref="Environment"/>. Otherwise 32 bytes, a point as RFC 8032 writes it.</value>
    public ReadOnlyMemory<byte>? PublicKey { get; set; }

    /// <summary>
    /// What checks Ed25519 signatures: <c>new Ed25519Verifier()</c> of the package <c>MiniApp.Ed25519</c>, or one of yours. Needed where a
    /// bot's id alone is known, and where <see cref="RequireBothProofs"/> is set.
    /// </summary>
    /// <value><see langword="null"/>.</value>
    public IEd25519Verifier? Ed25519 { get; set; }

    /// <summary>Adds a bot by its token, or replaces what was known of it. Its init data is proved by <c>hash</c>.</summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public TelegramInitDataVerifierOptions AddBot(string botToken, params string[] olderTokens)
    {
        var botId = TelegramBotToken.ReadBotId(botToken, olderTokens);
        return AddBot(botId, TelegramSecretKey.Derive(botToken), Array.ConvertAll(olderTokens, TelegramSecretKey.Derive));
    }

    /// <summary>Adds a bot by the key of its token, or replaces what was known of it. Its init data is proved by <c>hash</c>.</summary>
    /// <param name="botId">The bot's id, above 0: what stands before the colon of its token.</param>
    /// <param name="secretKey">The key of its token.</param>
    /// <param name="olderKeys">Keys of its tokens that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentNullException">A key is <see langword="null"/>.</exception>
    public TelegramInitDataVerifierOptions AddBot(long botId, TelegramSecretKey secretKey, params TelegramSecretKey[] olderKeys)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);
        ArgumentNullException.ThrowIfNull(secretKey);
        ArgumentNullException.ThrowIfNull(olderKeys);
        Array.ForEach(olderKeys, key => ArgumentNullException.ThrowIfNull(key, nameof(olderKeys)));

        Bots[botId] = [secretKey, .. olderKeys];
        return this;
    }

    /// <summary>
    /// Adds a bot of which nothing but its id is known, or replaces what was known of it. Its init data is proved by Telegram's
    /// <c>signature</c> (<see href="https://core.telegram.org/bots/webapps#validating-data-for-third-party-use">the rule</see>), which
    /// stays right after the bot's token has changed. Init data doesn't name its bot, so a forgery is checked for every such bot.
    /// </summary>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    public TelegramInitDataVerifierOptions AddBot(long botId)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);

        Bots[botId] = [];
        return this;
    }

    /// <inheritdoc/>
    public override string? FindFault() =>
        Bots.Count == 0 ? "No bot was added."
        : base.FindFault() is { } fault ? fault
        : !Enum.IsDefined(Environment) ? $"{nameof(Environment)} must be one of its named values."
        : TelegramPublicKeys.FindFault(KeyToAskFor, Ed25519) is { } keyFault ? keyFault
        : Ed25519 is null && ChecksSignatures
            ? $"{nameof(Ed25519)} must be set where a bot's id alone is known or both proofs are required: " +
              "to new Ed25519Verifier() of the package MiniApp.Ed25519, or to another implementation."
        : null;

    // Telegram's own too, where it will be needed: a verifier that lacks a library of the machine's says so here, and not at the first launch.
    private ReadOnlyMemory<byte>? KeyToAskFor => PublicKey is null && ChecksSignatures ? TelegramPublicKeys.Of(Environment) : PublicKey;

    private bool ChecksSignatures => RequireBothProofs || Bots.Values.Any(keys => keys.Length == 0);

    internal override InitDataFormat ToFormat() => ToFormat(this);

    /// <summary>How Telegram spells init data, within the limits of these options or of others.</summary>
    internal static InitDataFormat ToFormat(InitDataVerifierOptions options) => new(Envelope, options.MaxTokenLength, options.MaxParameters);

    internal override IEnumerable<IInitDataProof> ToProofs() =>
        Bots.Select(bot => ToProof(bot.Key, bot.Value)).OrderByDescending(proof => proof.IsCheap);

    private TelegramProof ToProof(long botId, TelegramSecretKey[] keys)
    {
        var publicKey = PublicKey ?? TelegramPublicKeys.Of(Environment);

        return new TelegramProof(
            botId,
            keys.Length > 0 ? new InitDataHash(keys.Select(key => key.Bytes)) : null,
            keys.Length == 0 || RequireBothProofs ? new TelegramSignature(botId, publicKey.ToArray(), Ed25519!) : null);
    }
}
