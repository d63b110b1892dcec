using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Signs init data as Telegram does, with a bot's token, with an Ed25519 key of your own in place of Telegram's, or with both: for tests,
/// samples and development without Telegram. Safe for use by any number of threads at once.
/// </summary>
/// <remarks>It doesn't dispose of an <see cref="IEd25519Signer"/>: that belongs to whoever made it.</remarks>
public sealed class TelegramInitDataSigner
{
    private readonly long _botId;
    private readonly InitDataHash? _hash;
    private readonly IEd25519Signer? _ed25519;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer that knows a bot's token, and makes the proof <c>hash</c>.</summary>
    /// <param name="botToken">The bot's token: its id, a colon and more. It may be made up.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token. The message doesn't hold it.</exception>
    public TelegramInitDataSigner(string botToken, TimeProvider? timeProvider = null)
        : this(TelegramBotToken.ReadBotId(botToken, nameof(botToken)), TelegramSecretKey.Derive(botToken), timeProvider: timeProvider)
    {
    }

    /// <summary>A signer that knows a bot's token and stands in for Telegram, and makes both proofs.</summary>
    /// <param name="botToken">The bot's token: its id, a colon and more. It may be made up.</param>
    /// <param name="ed25519">The key in place of Telegram's: <c>Ed25519SigningKey</c> of the package <c>MiniApp.Ed25519</c>.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token. The message doesn't hold it.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="ed25519"/> is <see langword="null"/>.</exception>
    public TelegramInitDataSigner(string botToken, IEd25519Signer ed25519, TimeProvider? timeProvider = null)
        : this(botToken, timeProvider)
    {
        ArgumentNullException.ThrowIfNull(ed25519);
        _ed25519 = ed25519;
    }

    /// <summary>A signer that stands in for Telegram, and makes the proof <c>signature</c>.</summary>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <param name="ed25519">The key in place of Telegram's: <c>Ed25519SigningKey</c> of the package <c>MiniApp.Ed25519</c>.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="ed25519"/> is <see langword="null"/>.</exception>
    public TelegramInitDataSigner(long botId, IEd25519Signer ed25519, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);
        ArgumentNullException.ThrowIfNull(ed25519);

        _botId = botId;
        _ed25519 = ed25519;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A signer that knows the key of a bot's token, and makes the proof <c>hash</c>, or both proofs.</summary>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <param name="secretKey">The key of the bot's token.</param>
    /// <param name="ed25519">A key in place of Telegram's, to make <c>signature</c> with; none by default.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="secretKey"/> is <see langword="null"/>.</exception>
    public TelegramInitDataSigner(
        long botId, TelegramSecretKey secretKey, IEd25519Signer? ed25519 = null, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);
        ArgumentNullException.ThrowIfNull(secretKey);

        _botId = botId;
        _hash = new InitDataHash([secretKey.Bytes]);
        _ed25519 = ed25519;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>
    /// The key that the signer's <c>signature</c> is right for, to be given to <see cref="TelegramInitDataVerifierOptions.PublicKey"/>;
    /// <see langword="null"/> for a signer that makes none.
    /// </summary>
    public ReadOnlyMemory<byte>? PublicKey => _ed25519?.PublicKey;

    /// <summary>The signed init data: what a page finds in <c>Telegram.WebApp.initData</c>.</summary>
    /// <param name="launch">The launch to sign.</param>
    /// <exception cref="ArgumentNullException"><paramref name="launch"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A name of <see cref="TelegramInitDataDescriptor.Additional"/> is empty, or is <c>hash</c>.
    /// </exception>
    public string SignInitData(TelegramInitDataDescriptor launch)
    {
        ArgumentNullException.ThrowIfNull(launch);

        var fields = Fields(launch);
        if (_ed25519 is not null && !fields.ContainsKey(TelegramInitDataFieldNames.Signature))
        {
            byte[] message = [.. TelegramSignature.Prefix(_botId), .. InitDataText.CreateCheckString(fields)];
            fields[TelegramInitDataFieldNames.Signature] = Base64Url.EncodeToString(_ed25519.Sign(message));
        }

        if (_hash is not null)
        {
            fields[TelegramInitDataFieldNames.Hash] = _hash.Compute(InitDataText.CreateCheckString(fields));
        }

        return InitDataText.CreateQuery(fields);
    }

    /// <summary>The signed init data in base64url: a token for the <c>Authorization</c> header with no character that needs care.</summary>
    /// <inheritdoc cref="SignInitData(TelegramInitDataDescriptor)"/>
    public string SignToken(TelegramInitDataDescriptor launch) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(SignInitData(launch)));

    private Dictionary<string, string> Fields(TelegramInitDataDescriptor launch)
    {
        var authDate = launch.AuthDate ?? _timeProvider.GetUtcNow();
        var fields = new InitDataFieldsBuilder()
            .Add(TelegramInitDataFieldNames.QueryId, launch.QueryId)
            .Add(TelegramInitDataFieldNames.User, launch.User is { } user ? TelegramJson.Write(user) : null)
            .Add(TelegramInitDataFieldNames.Receiver, launch.Receiver is { } receiver ? TelegramJson.Write(receiver) : null)
            .Add(TelegramInitDataFieldNames.Chat, launch.Chat is { } chat ? TelegramJson.Write(chat) : null)
            .Add(TelegramInitDataFieldNames.ChatType, launch.ChatType?.Value)
            .Add(TelegramInitDataFieldNames.ChatInstance, launch.ChatInstance)
            .Add(TelegramInitDataFieldNames.StartParam, launch.StartParam)
            .Add(TelegramInitDataFieldNames.CanSendAfter, launch.CanSendAfter is { } time ? Number((long)time.TotalSeconds) : null)
            .Add(TelegramInitDataFieldNames.AuthDate, Number(authDate.ToUnixTimeSeconds()));

        return fields.AddAll(launch.Additional, nameof(launch));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
