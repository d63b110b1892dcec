using System.Globalization;

namespace VkMiniApp;

/// <summary>
/// The text that <c>VKWebAppCreateHash</c> signs: four parameters, sorted, form-encoded with <c>+</c> for a space, and joined. That a
/// space is <c>+</c> here is proved by a signature that VK made; what VK does with a tilde, and with no text at all, is not.
/// </summary>
internal static class CreatedHashText
{
    /// <summary>Whether it is known what VK signs for this request id.</summary>
    public static bool IsSettled(string? requestId) => !string.IsNullOrEmpty(requestId) && !requestId.Contains('~', StringComparison.Ordinal);

    /// <summary>Whether a request id has no more bytes than this in the text, where a character takes up to twelve.</summary>
    public static bool IsWithin(string requestId, int mostBytes)
    {
        var length = 0;
        for (var i = 0; i < requestId.Length && length <= mostBytes; i++)
        {
            length += requestId[i] switch
            {
                ' ' or '-' or '_' or '.' => 1,
                var character when char.IsAsciiLetterOrDigit(character) => 1,
                < '\u0080' => "%00".Length,
                < '\u0800' => "%00%00".Length,
                var half when char.IsSurrogate(half) => "%00%00".Length,
                _ => "%00%00%00".Length,
            };
        }

        return length <= mostBytes;
    }

    /// <summary>The other text that VK may sign where there is no request id: without the parameter.</summary>
    public static byte[] CreateWithoutRequestId(long appId, long userId, long ts) => CanonicalQuery.Create(
    [
        new("app_id", appId.ToString(CultureInfo.InvariantCulture)),
        new("ts", ts.ToString(CultureInfo.InvariantCulture)),
        new("user_id", userId.ToString(CultureInfo.InvariantCulture)),
    ]);

    public static byte[] Create(long appId, long userId, string requestId, long ts) => CanonicalQuery.Create(
    [
        new("app_id", appId.ToString(CultureInfo.InvariantCulture)),
        new("request_id", requestId),
        new("ts", ts.ToString(CultureInfo.InvariantCulture)),
        new("user_id", userId.ToString(CultureInfo.InvariantCulture)),
    ]);
}
