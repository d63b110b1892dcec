using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Tells whether Telegram signed a user in on a web site by the old Login Widget
/// (<see href="https://core.telegram.org/widgets/login#checking-authorization">the rule</see>), for sites that have it: a new one uses
/// Telegram's OpenID Connect. Safe for use by any number of threads at once. Nothing that is passed in makes it throw.
/// </summary>
/// <remarks>
/// The widget calls the address in <c>data-auth-url</c> with a query, <c>id=…&amp;first_name=…&amp;auth_date=…&amp;hash=…</c>; a page with
/// <c>data-onauth</c> makes the same of its object by <c>new URLSearchParams(user)</c>. A query in an address stays in histories and logs,
/// and is good for whoever has it until it is too old.
/// </remarks>
public sealed class TelegramLoginWidgetVerifier
{
    private readonly TelegramHashes _hashes;
    private readonly ValidityWindow _validity;

    /// <summary>A verifier for one bot, with the defaults of <see cref="TelegramLoginWidgetVerifierOptions"/>.</summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public TelegramLoginWidgetVerifier(string botToken, params string[] olderTokens)
        : this(new TelegramLoginWidgetVerifierOptions().AddBot(botToken, olderTokens))
    {
    }

    /// <summary>A verifier for one bot or for several.</summary>
    /// <param name="options">The bots and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No bot was added, or a value is outside its range. The message names it.</exception>
    public TelegramLoginWidgetVerifier(TelegramLoginWidgetVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        _validity = options.ToValidityWindow(nameof(options));
        _hashes = options.ToHashes();
    }

    /// <summary>Verifies a sign-in.</summary>
    /// <param name="query">
    /// The query, with its question mark or without. It must hold what Telegram put there and nothing else, so an address in
    /// <c>data-auth-url</c> has no query of its own. <see langword="null"/> is refused as malformed.
    /// </param>
    /// <returns>Who signed in, or why nobody did. A refusal allocates nothing.</returns>
    public TelegramLoginWidgetResult Verify(string? query) => Verify(query.AsSpan());

    /// <inheritdoc cref="Verify(string?)"/>
    public TelegramLoginWidgetResult Verify(ReadOnlySpan<char> query)
    {
        query = TokenText.Trim(query);
        using var fields = new InitDataQuery(query.StartsWith('?') ? query[1..] : query, TelegramHashes.Format);
        var failure = Judge(fields, out var botId, out var userId);

        return failure == TelegramLoginWidgetFailure.None
            ? new TelegramLoginWidgetResult(ReadUser(fields, userId), botId, UnixTime.ToDateTimeOffset(fields.AuthDate))
            : new TelegramLoginWidgetResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private TelegramLoginWidgetFailure Judge(in InitDataQuery fields, out long botId, out long userId)
    {
        (botId, userId) = (0, 0);

        if (fields.IsMalformed)
        {
            return TelegramLoginWidgetFailure.Malformed;
        }

        if (fields.Hash.IsEmpty)
        {
            return TelegramLoginWidgetFailure.MissingProof;
        }

        if (_hashes.FindBot(fields) is not { } bot)
        {
            return TelegramLoginWidgetFailure.InvalidProof;
        }

        botId = bot;
        return _validity.Judge(fields.AuthDate) switch
        {
            Validity.Expired => TelegramLoginWidgetFailure.Expired,
            Validity.NotYetValid => TelegramLoginWidgetFailure.NotYetValid,
            _ when !DecimalDigits.TryRead(fields.Value("id"u8), out userId) || userId == 0 => TelegramLoginWidgetFailure.NoUser,
            _ => TelegramLoginWidgetFailure.None,
        };
    }

    private static TelegramUser ReadUser(in InitDataQuery fields, long userId) => new()
    {
        Id = userId,
        FirstName = fields.ReadText("first_name"u8),
        LastName = fields.ReadText("last_name"u8),
        Username = fields.ReadText("username"u8),
        PhotoUrl = fields.ReadText("photo_url"u8),
    };
}
