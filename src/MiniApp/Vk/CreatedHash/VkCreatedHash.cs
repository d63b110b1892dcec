using MiniApp;

namespace VkMiniApp;

/// <summary>
/// What VK signed when the page called <c>VKWebAppCreateHash</c>: this user, in this app, asked for this request at this time.
/// </summary>
public sealed class VkCreatedHash
{
    internal VkCreatedHash(long appId, long userId, string requestId, long ts)
    {
        AppId = appId;
        UserId = userId;
        RequestId = requestId;
        Timestamp = UnixTime.ToDateTimeOffset(ts);
    }

    /// <summary>The mini app's id, that of the launch: <c>app_id</c>.</summary>
    public long AppId { get; }

    /// <summary>The user's id, that of the launch: <c>user_id</c>.</summary>
    public long UserId { get; }

    /// <summary>
    /// What the page passed as <c>payload</c>: <c>request_id</c>. Empty where it passed none, which
    /// <see cref="VkCreatedHashVerifierOptions.AllowEmptyRequestId"/> has to allow.
    /// </summary>
    public string RequestId { get; }

    /// <summary>When VK signed it: <c>ts</c>, in whole seconds, UTC.</summary>
    public DateTimeOffset Timestamp { get; }
}
