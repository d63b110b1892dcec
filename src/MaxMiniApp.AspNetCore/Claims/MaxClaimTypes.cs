namespace MaxMiniApp.AspNetCore;

/// <summary>The types of the claims. <see cref="MaxClaimsPrincipalExtensions.GetMaxInitData"/> has more.</summary>
/// <remarks><see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/> is <c>max:</c> and the user's id.</remarks>
public static class MaxClaimTypes
{
    /// <summary>The user's id, in digits. Only it stays the same.</summary>
    public const string UserId = "max_user_id";

    /// <summary>When the mini app was opened, in Unix seconds.</summary>
    public const string AuthDate = "max_auth_date";

    /// <summary>The first name; no claim where it is empty.</summary>
    public const string FirstName = "max_first_name";

    /// <summary>The last name.</summary>
    public const string LastName = "max_last_name";

    /// <summary>The user name. It may belong to somebody else tomorrow.</summary>
    public const string Username = "max_username";

    /// <summary>The language of the user's MAX, such as <c>ru</c>.</summary>
    public const string Language = "max_language_code";

    /// <summary>The address of the user's picture.</summary>
    public const string PhotoUrl = "max_photo_url";

    /// <summary>The id of the chat that the app was opened in, where MAX tells it.</summary>
    public const string ChatId = "max_chat_id";

    /// <summary>The kind of chat that the app was opened in: <see cref="MaxChatType"/>.</summary>
    public const string ChatType = "max_chat_type";

    /// <summary>What the app's link carries behind <c>startapp=</c>. Anyone can have made the link.</summary>
    public const string StartParam = "max_start_param";

    /// <summary>The session's id.</summary>
    public const string QueryId = "max_query_id";
}
