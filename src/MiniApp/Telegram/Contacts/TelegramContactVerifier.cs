using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Tells whether a user shared a phone number with one of our bots: what the page got from
/// <see href="https://core.telegram.org/bots/webapps"><c>Telegram.WebApp.requestContact</c></see>. Safe for use by any number of threads
/// at once. Nothing that is passed in makes it throw.
/// </summary>
/// <remarks>
/// The response is a query like init data, <c>contact=…&amp;auth_date=…&amp;hash=…</c>, proved in the same way with the key of the bot's
/// token; a bot that is known by its id alone can't be served. Telegram's page tells of the event and not of this text: that it is proved
/// so is known from client libraries that hand it on for this purpose, so try it with your own bot before you rely on it.
/// </remarks>
public sealed class TelegramContactVerifier
{
    private readonly TelegramHashes _hashes;
    private readonly ValidityWindow _validity;

    /// <summary>A verifier for one bot, with the defaults of <see cref="TelegramContactVerifierOptions"/>.</summary>
    /// <param name="botToken">The token from BotFather: the bot's id, a colon and more.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <exception cref="ArgumentException">A text is no bot token, or not of the same bot. The message holds none of them.</exception>
    public TelegramContactVerifier(string botToken, params string[] olderTokens)
        : this(new TelegramContactVerifierOptions().AddBot(botToken, olderTokens))
    {
    }

    /// <summary>A verifier for one bot or for several.</summary>
    /// <param name="options">The bots and the rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">No bot was added, or a value is outside its range. The message names it.</exception>
    public TelegramContactVerifier(TelegramContactVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        _validity = options.ToValidityWindow(nameof(options));
        _hashes = options.ToHashes();
    }

    /// <summary>Verifies the contact of the user who is signed in.</summary>
    /// <param name="response">
    /// The response as it came, such as the raw text that client libraries return: what the page has taken apart is not the text that was
    /// proved. <see langword="null"/> is refused as malformed.
    /// </param>
    /// <param name="userId">
    /// The id of the user who is signed in, from init data that was verified or from a session, and never from what the client says beside
    /// it.
    /// </param>
    /// <returns>The contact, or why it was refused. A refusal allocates nothing, unless Telegram proved a contact that is of no use.</returns>
    public TelegramContactResult Verify(string? response, long userId) => Verify(response.AsSpan(), userId);

    /// <inheritdoc cref="Verify(string?, long)"/>
    public TelegramContactResult Verify(ReadOnlySpan<char> response, long userId)
    {
        using var query = new InitDataQuery(response, TelegramHashes.Format);
        var failure = Judge(query, userId, out var botId, out var contact);

        return failure == TelegramContactFailure.None
            ? new TelegramContactResult(contact!, botId, UnixTime.ToDateTimeOffset(query.AuthDate))
            : new TelegramContactResult(failure);
    }

    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private TelegramContactFailure Judge(in InitDataQuery query, long userId, out long botId, out TelegramContact? contact)
    {
        (botId, contact) = (0, null);

        if (userId <= 0)
        {
            return TelegramContactFailure.NoSignedInUser;
        }

        if (query.IsMalformed)
        {
            return TelegramContactFailure.Malformed;
        }

        if (query.Hash.IsEmpty)
        {
            return TelegramContactFailure.MissingProof;
        }

        if (_hashes.FindBot(query) is not { } bot)
        {
            return TelegramContactFailure.InvalidProof;
        }

        botId = bot;
        switch (_validity.Judge(query.AuthDate))
        {
            case Validity.Expired:
                return TelegramContactFailure.Expired;
            case Validity.NotYetValid:
                return TelegramContactFailure.NotYetValid;
        }

        contact = query.ReadObject("contact"u8, "user_id"u8, TelegramContactJson.Default.TelegramContact);

        return contact is not { PhoneNumber.Length: > 0 } ? TelegramContactFailure.NoContact
            : contact.UserId != userId ? TelegramContactFailure.OtherUser
            : TelegramContactFailure.None;
    }
}
