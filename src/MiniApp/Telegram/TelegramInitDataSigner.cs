using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// Signs init data as Telegram does, with a bot's token, with an Ed25519 key of your own in place of Telegram's, or with both: for tests,
/// samples and development without Telegram. Safe for use by any number of threads at once.
/// </summary>
/// <remarks>
/// Never give it a private key that protects anything. Signing takes a time that depends on the key, which is harmless for a key that
/// tests make up, and would give away one that is used in earnest.
/// </remarks>
public sealed class TelegramInitDataSigner
{
    private readonly long _botId;
    private readonly InitDataHash? _hash;
    private readonly Ed25519PrivateKey? _privateKey;
    private readonly TimeProvider _timeProvider;

    /// <summary>A signer that knows a bot's token, and makes the proof <c>hash</c>.</summary>
    /// <param name="botToken">The bot's token: its id, a colon and more. It may be made up.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token. The message doesn't hold it.</exception>
    public TelegramInitDataSigner(string botToken, TimeProvider? timeProvider = null)
    {
        _botId = TelegramBotToken.ReadBotId(botToken, nameof(botToken));
        _hash = new InitDataHash([InitDataHash.DeriveKey(botToken)]);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A signer that knows a bot's token and stands in for Telegram, and makes both proofs.</summary>
    /// <param name="botToken">The bot's token: its id, a colon and more. It may be made up.</param>
    /// <param name="privateKey">32 bytes of any kind, from which RFC 8032 makes a private key. For tests only.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="botToken"/> is no bot token, or <paramref name="privateKey"/> is not 32 bytes long. The message holds neither.
    /// </exception>
    public TelegramInitDataSigner(string botToken, ReadOnlySpan<byte> privateKey, TimeProvider? timeProvider = null)
        : this(botToken, timeProvider) =>
        _privateKey = new Ed25519PrivateKey(privateKey);

    /// <summary>A signer that stands in for Telegram, and makes the proof <c>signature</c>.</summary>
    /// <param name="botId">The bot's id, above 0.</param>
    /// <param name="privateKey">32 bytes of any kind, from which RFC 8032 makes a private key. For tests only.</param>
    /// <param name="timeProvider">The clock for init data that names no time; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException"><paramref name="privateKey"/> is not 32 bytes long.</exception>
    public TelegramInitDataSigner(long botId, ReadOnlySpan<byte> privateKey, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);

        _botId = botId;
        _privateKey = new Ed25519PrivateKey(privateKey);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A signer with a key derived before, with a private key, or with both.</summary>
    internal TelegramInitDataSigner(long botId, TelegramSecretKey? secretKey, byte[]? privateKey, TimeProvider timeProvider)
    {
        _botId = botId;
        _hash = secretKey is null ? null : new InitDataHash([secretKey.Bytes]);
        _privateKey = privateKey is null ? null : new Ed25519PrivateKey(privateKey);
        _timeProvider = timeProvider;
    }

    /// <summary>
    /// The key that the signer's <c>signature</c> is right for, to be given to <see cref="TelegramInitDataVerifierOptions.PublicKey"/>;
    /// <see langword="null"/> for a signer without a private key.
    /// </summary>
    public ReadOnlyMemory<byte>? PublicKey => _privateKey?.PublicKey;

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
        if (_privateKey is not null && !fields.ContainsKey(TelegramInitDataFieldNames.Signature))
        {
            byte[] message = [.. TelegramSignature.Prefix(_botId), .. InitDataText.CreateCheckString(fields)];
            fields[TelegramInitDataFieldNames.Signature] = Base64Url.EncodeToString(_privateKey.Sign(message));
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
