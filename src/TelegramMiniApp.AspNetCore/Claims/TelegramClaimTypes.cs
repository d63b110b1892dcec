namespace TelegramMiniApp.AspNetCore;

/// <summary>The types of the claims. <see cref="TelegramClaimsPrincipalExtensions.GetTelegramInitData"/> has more.</summary>
/// <remarks>
/// <see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/> is <c>telegram:</c> and the user's id, on the test servers
/// <c>telegram-test:</c> and the id there.
/// </remarks>
public static class TelegramClaimTypes
{
    /// <summary>The user's id, in digits. Only it stays the same. Who comes from the test servers has <see cref="TestUserId"/> instead.</summary>
    public const string UserId = "telegram_user_id";

    /// <summary>
    /// The id of a user of the test servers, in digits, where <see cref="TelegramMiniAppOptions.Environment"/> is theirs. It may be the id of
    /// somebody else at Telegram.
    /// </summary>
    public const string TestUserId = "telegram_test_user_id";

    /// <summary>When the mini app was opened, in Unix seconds.</summary>
    public const string AuthDate = "telegram_auth_date";

    /// <summary>The id of the bot whose mini app was opened.</summary>
    public const string BotId = "telegram_bot_id";

    /// <summary>The first name; no claim where it is empty.</summary>
    public const string FirstName = "telegram_first_name";

    /// <summary>The last name.</summary>
    public const string LastName = "telegram_last_name";

    /// <summary>The user name. It may belong to somebody else tomorrow.</summary>
    public const string Username = "telegram_username";

    /// <summary>The language of the user's Telegram, such as <c>ru</c>.</summary>
    public const string Language = "telegram_language_code";

    /// <summary>The address of the user's picture.</summary>
    public const string PhotoUrl = "telegram_photo_url";

    /// <summary><c>true</c> where the user has Telegram Premium; no claim otherwise.</summary>
    public const string IsPremium = "telegram_is_premium";

    /// <summary><c>true</c> where the user allowed the bot to write; no claim otherwise.</summary>
    public const string AllowsWriteToPm = "telegram_allows_write_to_pm";

    /// <summary>The id of the chat that the app was opened in, where Telegram tells it.</summary>
    public const string ChatId = "telegram_chat_id";

    /// <summary>The kind of chat that the app was opened in: <see cref="TelegramChatType"/>.</summary>
    public const string ChatType = "telegram_chat_type";

    /// <summary>An id of the chat that the app's link was opened in. It is not the chat's own id.</summary>
    public const string ChatInstance = "telegram_chat_instance";

    /// <summary>What the app's link carries behind <c>startapp=</c>. Anyone can have made the link.</summary>
    public const string StartParam = "telegram_start_param";

    /// <summary>The session's id.</summary>
    public const string QueryId = "telegram_query_id";
}
