namespace MaxMiniApp;

/// <summary>The names of the fields that MAX is known to send.</summary>
public static class MaxInitDataFieldNames
{
    /// <summary>The session's id.</summary>
    public const string QueryId = "query_id";

    /// <summary>The user, as JSON: <see cref="MaxUser"/>.</summary>
    public const string User = "user";

    /// <summary>The chat that the app was opened in, as JSON: <see cref="MaxChat"/>.</summary>
    public const string Chat = "chat";

    /// <summary>The address of the user's device on the network.</summary>
    public const string Ip = "ip";

    /// <summary>What the app's link carries behind <c>startapp=</c>.</summary>
    public const string StartParam = "start_param";

    /// <summary>When the app was opened, in Unix seconds or, above 100,000,000,000, in milliseconds.</summary>
    public const string AuthDate = "auth_date";

    /// <summary>The proof: HMAC-SHA256 of every other field in lower-case hex, 64 characters.</summary>
    public const string Hash = "hash";
}
