using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Tells whether init data was made by Telegram for one of our bots, and how long ago
/// (<see href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">the rule</see>). Safe for use by any
/// number of threads at once. Nothing that is passed in as a token makes it throw.
/// </summary>
/// <remarks>
/// A token is what the page finds in <c>Telegram.WebApp.initData</c>, or the fragment of the page's address, which holds the same encoded
/// once more as <c>tgWebAppData=…</c>, or the whole address; as it is or in base64 or base64url, with or without padding. What else is in
/// the fragment is not proved, and never read. Init data is empty where the mini app was opened from a keyboard button or from inline
/// mode: nobody can be signed in by it then. It does not name its bot, so each bot that is known by its id alone costs a refusal one
/// check of an Ed25519 signature, and each token of the others an HMAC; two where init data of up to half of the longest token has fields of
/// that fragment among its own. For many bots, make a verifier for each.
/// </remarks>
public sealed class TelegramInitDataVerifier : InitDataVerifier<TelegramInitData>
{
    private readonly TelegramEnvironment _environment;

    /// <summary>A verifier for one bot, with the defaults of <see cref="TelegramInitDataVerifierOptions"/>.</summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public TelegramInitDataVerifier(string botToken, params string[] olderTokens)
        : this(new TelegramInitDataVerifierOptions().AddBot(botToken, olderTokens))
    {
    }

    /// <summary>A verifier for one bot or for several.</summary>
    /// <param name="options">The bots and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No bot was added, or a value is outside its range. The message names it.</exception>
    public TelegramInitDataVerifier(TelegramInitDataVerifierOptions options)
        : base(options) => _environment = options.Environment;

    private protected override TelegramInitData Read(in InitDataQuery query, long botId) => new(query, botId, _environment, token: null);
}
