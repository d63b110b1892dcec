using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// The init data that Telegram proved, typed (<see href="https://core.telegram.org/bots/webapps#webappinitdata">Telegram's page</see>).
/// It tells of the moment in which the mini app was opened.
/// </summary>
/// <remarks>
/// What Telegram adds without notice is there by name, through <see cref="this[string]"/> and <see cref="Values"/>. A field that can't
/// be read as its type, other than the time and the user without which no init data is accepted, reads as absent.
/// </remarks>
public sealed class TelegramInitData
{
    private const long LongestSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    private readonly InitDataFields _fields;

    internal TelegramInitData(in InitDataQuery query, long botId)
    {
        _fields = query.ToFields();
        BotId = botId;
        User = JsonObjects.Read(query.Value("user"u8), query.Scratch(), TelegramJson.Default.TelegramUser) ?? new TelegramUser { Id = 0 };
        Receiver = JsonObjects.Read(query.Value("receiver"u8), query.Scratch(), TelegramJson.Default.TelegramUser);
        Chat = JsonObjects.Read(query.Value("chat"u8), query.Scratch(), TelegramJson.Default.TelegramChat);
    }

    /// <summary>The id of the bot whose mini app was opened. Init data doesn't say it: it is the bot whose proof was right.</summary>
    public long BotId { get; }

    /// <summary>Who opened the mini app: <c>user</c>.</summary>
    public TelegramUser User { get; }

    /// <summary>
    /// The other side of the private chat in which the app was opened from the attachment menu: <c>receiver</c>.
    /// </summary>
    public TelegramUser? Receiver { get; }

    /// <summary>The group or channel in which the app was opened from the attachment menu: <c>chat</c>.</summary>
    public TelegramChat? Chat { get; }

    /// <summary>The kind of chat in which the app's link was opened: <c>chat_type</c>.</summary>
    public TelegramChatType? ChatType => this[TelegramInitDataFieldNames.ChatType] is { } type ? new TelegramChatType(type) : null;

    /// <summary>An id of the chat in which the app's link was opened: <c>chat_instance</c>. It is not the chat's own id.</summary>
    public string? ChatInstance => this[TelegramInitDataFieldNames.ChatInstance];

    /// <summary>What the app's link carries behind <c>startapp=</c> or <c>startattach=</c>: <c>start_param</c>.</summary>
    public string? StartParam => this[TelegramInitDataFieldNames.StartParam];

    /// <summary>
    /// How long after <see cref="AuthDate"/> a message can be sent with <c>answerWebAppQuery</c>: <c>can_send_after</c>, in whole seconds.
    /// </summary>
    public TimeSpan? CanSendAfter =>
        DecimalDigits.TryRead<char>(this[TelegramInitDataFieldNames.CanSendAfter], out var seconds) && seconds <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>The session's id, for answering with <c>answerWebAppQuery</c>: <c>query_id</c>.</summary>
    public string? QueryId => this[TelegramInitDataFieldNames.QueryId];

    /// <summary>The id of the request to join a chat that the app was opened for: <c>chat_join_request_query_id</c>.</summary>
    public string? ChatJoinRequestQueryId => this[TelegramInitDataFieldNames.ChatJoinRequestQueryId];

    /// <summary>
    /// When the app was opened: <c>auth_date</c>, in whole seconds, UTC. It stays the same while the page is reloaded.
    /// </summary>
    public DateTimeOffset AuthDate => _fields.AuthDate;

    /// <summary>
    /// The proof by bot token, as it came: <c>hash</c>. Nothing vouches for it where the bot is known by its id alone.
    /// </summary>
    public string? Hash => this[TelegramInitDataFieldNames.Hash];

    /// <summary>Telegram's own proof, as it came: <c>signature</c>. Clients older than Bot API 8.0 send none.</summary>
    public string? Signature => this[TelegramInitDataFieldNames.Signature];

    /// <summary>Every field, decoded, in the ordinal order of the names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values => _fields.Values;

    /// <summary>A field's decoded value; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">The full name, such as <c>start_param</c>, compared ordinally.</param>
    public string? this[string name] => _fields[name];

    /// <summary>
    /// Reads what a token says, whoever wrote it: for diagnosis, never for a decision. To sign a user in, use
    /// <see cref="TelegramInitDataVerifier.Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 characters and 128 fields.</param>
    /// <param name="unverified">What it says; a missing user has the id 0, and so has the bot.</param>
    /// <returns><see langword="false"/> for a token that is malformed.</returns>
    public static bool TryParseUnverified(ReadOnlySpan<char> token, [NotNullWhen(true)] out TelegramInitData? unverified)
    {
        using var query = new InitDataQuery(token, new InitDataFormat());
        unverified = query.IsMalformed ? null : new TelegramInitData(query, botId: 0);
        return unverified is not null;
    }
}
