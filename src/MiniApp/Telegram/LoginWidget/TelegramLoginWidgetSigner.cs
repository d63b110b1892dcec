using System.Globalization;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Signs users in as Telegram's Login Widget does, with a bot's token: for tests and development without Telegram. Safe for use by any
/// number of threads at once.
/// </summary>
public sealed class TelegramLoginWidgetSigner
{
    private readonly HexHmac _hmac;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer for one bot.</summary>
    /// <param name="botToken">The bot's token: its id, a colon and more. It may be made up.</param>
    /// <param name="timeProvider">The clock for sign-ins that name no time; the system's by default.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token. The message doesn't hold it.</exception>
    public TelegramLoginWidgetSigner(string botToken, TimeProvider? timeProvider = null)
    {
        TelegramBotToken.ReadBotId(botToken, nameof(botToken));

        _hmac = new HexHmac([TelegramLoginWidgetKey.Derive(botToken)]);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The query that the widget calls the site's address with, without a question mark.</summary>
    /// <param name="user">Who signs in: the id, above 0, the names, the user name and the picture are told.</param>
    /// <param name="authDate">When; now, by the signer's clock, by default. Whole seconds count.</param>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The user's id is not above 0.</exception>
    public string Sign(TelegramUser user, DateTimeOffset? authDate = null)
    {
        ArgumentNullException.ThrowIfNull(user);

        if (user.Id <= 0)
        {
            throw new ArgumentException("A user has an id above 0.", nameof(user));
        }

        var fields = new InitDataFieldsBuilder()
            .Add("id", Number(user.Id))
            .Add("first_name", user.FirstName)
            .Add("last_name", user.LastName)
            .Add("username", user.Username)
            .Add("photo_url", user.PhotoUrl)
            .Add("auth_date", Number((authDate ?? _timeProvider.GetUtcNow()).ToUnixTimeSeconds()))
            .Fields;

        fields["hash"] = _hmac.Compute(InitDataText.CreateCheckString(fields));
        return InitDataText.CreateQuery(fields);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
