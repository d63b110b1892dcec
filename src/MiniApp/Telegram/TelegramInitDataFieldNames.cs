namespace TelegramMiniApp;

/// <summary>
/// The names of the fields that Telegram documents
/// (<see href="https://core.telegram.org/bots/webapps#webappinitdata">Telegram's page</see>).
/// </summary>
public static class TelegramInitDataFieldNames
{
    /// <summary>The session's id, for answering with <c>answerWebAppQuery</c>.</summary>
    public const string QueryId = "query_id";

    /// <summary>The user, as JSON: <see cref="TelegramUser"/>.</summary>
    public const string User = "user";

    /// <summary>The other side of the private chat that the app was opened in, as JSON: <see cref="TelegramUser"/>.</summary>
    public const string Receiver = "receiver";

    /// <summary>The chat that the app was opened in, as JSON: <see cref="TelegramChat"/>.</summary>
    public const string Chat = "chat";

    /// <summary>The kind of chat that the app's link was opened in: <see cref="TelegramChatType"/>.</summary>
    public const string ChatType = "chat_type";

    /// <summary>An id of the chat that the app's link was opened in.</summary>
    public const string ChatInstance = "chat_instance";

    /// <summary>What the app's link carries behind <c>startapp=</c> or <c>startattach=</c>.</summary>
    public const string StartParam = "start_param";

    /// <summary>After how many seconds a message can be sent with <c>answerWebAppQuery</c>.</summary>
    public const string CanSendAfter = "can_send_after";

    /// <summary>The id of a request to join a chat that the app was opened for.</summary>
    public const string ChatJoinRequestQueryId = "chat_join_request_query_id";

    /// <summary>When the app was opened, in Unix seconds.</summary>
    public const string AuthDate = "auth_date";

    /// <summary>The proof by bot token: HMAC-SHA256 of every other field in lower-case hex, 64 characters.</summary>
    public const string Hash = "hash";

    /// <summary>
    /// Telegram's own proof: an Ed25519 signature of the bot's id and every field but the two proofs in base64url, 86 characters.
    /// </summary>
    public const string Signature = "signature";
}
