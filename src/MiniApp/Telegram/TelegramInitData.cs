using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// The init data that Telegram proved, typed (<see href="https://core.telegram.org/bots/webapps#webappinitdata">Telegram's page</see>).
/// It describes the moment at which the mini app was opened.
/// </summary>
/// <inheritdoc/>
public sealed class TelegramInitData : InitData
{
    private const long LongestSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    private static readonly InitDataFormat Format = new TelegramInitDataVerifierOptions().ToFormat();

    internal TelegramInitData(in InitDataQuery query, long botId, TelegramEnvironment environment, string? token)
        : base(query, token)
    {
        BotId = botId;
        Environment = environment;
        User = query.ReadObject("user"u8, TelegramUserReader.Read) ?? new TelegramUser { Id = 0 };
        Receiver = query.ReadObject("receiver"u8, TelegramUserReader.Read);
        Chat = query.ReadObject("chat"u8, "id"u8, TelegramJson.Default.TelegramChat);
    }

    /// <summary>The id of the bot whose mini app was opened. Init data doesn't say it: it is the bot whose proof was right.</summary>
    public long BotId { get; }

    /// <summary>
    /// Which of Telegram's environments the verifier was made for. Each numbers its users and chats separately. Init data doesn't say where
    /// it comes from, and <c>hash</c> does not prove it: a bot's token is good wherever the bot is.
    /// </summary>
    public TelegramEnvironment Environment { get; }

    /// <summary>Who opened the mini app: <c>user</c>.</summary>
    public TelegramUser User { get; }

    /// <summary>
    /// The other side of the private chat in which the app was opened from the attachment menu: <c>receiver</c>.
    /// </summary>
    public TelegramUser? Receiver { get; }

    /// <summary>The group or channel in which the app was opened from the attachment menu: <c>chat</c>.</summary>
    public TelegramChat? Chat { get; }

    /// <summary>The kind of chat in which the app's link was opened: <c>chat_type</c>.</summary>
    public TelegramChatType? ChatType => Text(TelegramInitDataFieldNames.ChatType) is { } type ? new TelegramChatType(type) : null;

    /// <summary>An id of the chat in which the app's link was opened: <c>chat_instance</c>. It is not the chat's own id.</summary>
    public string? ChatInstance => Text(TelegramInitDataFieldNames.ChatInstance);

    /// <summary>
    /// How long after <see cref="InitData.AuthDate"/> a message can be sent with <c>answerWebAppQuery</c>: <c>can_send_after</c>, in whole seconds.
    /// </summary>
    public TimeSpan? CanSendAfter =>
        DecimalDigits.TryRead<char>(this[TelegramInitDataFieldNames.CanSendAfter], out var seconds) && seconds <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>The id of the request to join a chat that the app was opened for: <c>chat_join_request_query_id</c>.</summary>
    public string? ChatJoinRequestQueryId => Text(TelegramInitDataFieldNames.ChatJoinRequestQueryId);

    /// <summary>Telegram's own proof, as it came: <c>signature</c>. Clients older than Bot API 8.0 send none.</summary>
    public string? Signature => Text(TelegramInitDataFieldNames.Signature);

    /// <summary>The user, whom the test environment numbers anew: <c>telegram:42</c> or <c>telegram-test:42</c>.</summary>
    public override MiniAppSubject? Subject => User.Id > 0 ? MiniAppSubject.User(PlatformName, User.Id) : null;

    private string PlatformName => Environment == TelegramEnvironment.Test ? "telegram-test" : "telegram";

    /// <summary>
    /// Whether a token looks like init data of Telegram's, to tell it from tokens of other kinds. Nothing is verified. MAX's init data
    /// looks the same.
    /// </summary>
    /// <param name="token">The token. One of more than 8,192 bytes or 128 fields never does.</param>
    public static bool LooksLikeInitData(ReadOnlySpan<char> token)
    {
        using var query = new InitDataQuery(token, Format);
        return !query.IsMalformed;
    }

    /// <summary>
    /// Takes the init data out of a token, and judges nothing: base64 and the address around it are gone, and it is split, but nothing of
    /// it was verified, and it may not even be init data.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 bytes.</param>
    /// <param name="query">What is in it.</param>
    /// <returns><see langword="false"/> for a token that is neither text nor base64 of one, or is too long.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, [NotNullWhen(true)] out TokenQuery? query)
    {
        query = InitDataQuery.Decode(token, Format);
        return query is not null;
    }

    /// <summary>
    /// Reads what a token says, whoever wrote it: for diagnosis, never for a decision. To sign a user in, use
    /// <see cref="TelegramInitDataVerifier"/>.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 bytes and 128 fields.</param>
    /// <param name="unverified">What it says; a missing user has the id 0, and so has the bot; the environment is not told.</param>
    /// <returns><see langword="false"/> for a token that is malformed.</returns>
    public static bool TryParseUnverified(ReadOnlySpan<char> token, [NotNullWhen(true)] out TelegramInitData? unverified)
    {
        using var query = new InitDataQuery(token, Format);
        unverified = query.IsMalformed ? null : new TelegramInitData(query, botId: 0, TelegramEnvironment.Production, token.ToString());
        return unverified is not null;
    }

    private protected override MiniAppSubject? FindApp() => BotId > 0 ? MiniAppSubject.App(PlatformName, BotId) : null;

    // A signature that can be read is proved, be it by itself or by the hash, which covers it. The hash next to it is not, where the bot
    // is known by its id alone: whoever has the launch could write another one, and would have another id.
    private protected override LaunchId MakeLaunchId()
    {
        var bot = MiniAppSubject.App(PlatformName, BotId);
        return TelegramSignature.TryMakeLaunchId(bot, Signature, out var id) ? id : InitDataHash.MakeLaunchId(bot, Hash!);
    }
}
