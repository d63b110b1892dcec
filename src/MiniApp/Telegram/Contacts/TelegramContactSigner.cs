using System.Globalization;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Signs contacts as Telegram does, with a bot's token: for tests and development without Telegram. Safe for use by any number of threads
/// at once.
/// </summary>
public sealed class TelegramContactSigner
{
    private readonly InitDataHash _hash;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer for one bot.</summary>
    /// <param name="botToken">The bot's token: its id, a colon and more. It may be made up.</param>
    /// <param name="timeProvider">The clock for contacts that name no time; the system's by default.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token. The message doesn't hold it.</exception>
    public TelegramContactSigner(string botToken, TimeProvider? timeProvider = null)
        : this(TelegramSecretKey.Derive(botToken), timeProvider)
    {
    }

    /// <summary>A signer that knows the key of a bot's token.</summary>
    /// <param name="secretKey">The key of the bot's token.</param>
    /// <param name="timeProvider">The clock for contacts that name no time; the system's by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secretKey"/> is <see langword="null"/>.</exception>
    public TelegramContactSigner(TelegramSecretKey secretKey, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secretKey);

        _hash = new InitDataHash([secretKey.Bytes]);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The response that the page gets: <c>contact=…&amp;auth_date=…&amp;hash=…</c>.</summary>
    /// <param name="contact">The contact, of a user with an id above 0 and with a phone number.</param>
    /// <param name="authDate">When the user shares it; now, by the signer's clock, by default. Whole seconds count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="contact"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The contact's id is not above 0, or its phone number is empty.</exception>
    public string Sign(TelegramContact contact, DateTimeOffset? authDate = null)
    {
        ArgumentNullException.ThrowIfNull(contact);

        if (contact.UserId <= 0 || contact.PhoneNumber.Length == 0)
        {
            throw new ArgumentException("A contact has a user's id above 0 and a phone number.", nameof(contact));
        }

        var seconds = (authDate ?? _timeProvider.GetUtcNow()).ToUnixTimeSeconds();
        KeyValuePair<string, string>[] fields =
        [
            new("contact", TelegramContactJson.Write(contact)),
            new(TelegramInitDataFieldNames.AuthDate, seconds.ToString(CultureInfo.InvariantCulture)),
        ];

        var hash = _hash.Compute(InitDataText.CreateCheckString(fields));
        return InitDataText.CreateQuery([.. fields, new(TelegramInitDataFieldNames.Hash, hash)]);
    }
}
