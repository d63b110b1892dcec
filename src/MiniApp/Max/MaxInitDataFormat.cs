using MiniApp;

namespace MaxMiniApp;

/// <summary>How MAX spells init data.</summary>
internal static class MaxInitDataFormat
{
    /// <summary>
    /// The documentation counts <c>auth_date</c> in seconds, an older example of it in milliseconds; and the fragment of the page's
    /// address holds the init data encoded once more.
    /// </summary>
    public static InitDataFormat Create(
        int maxTokenLength = InitDataFormat.DefaultMaxTokenLength, int maxParameters = InitDataFormat.DefaultMaxParameters) =>
        new(maxTokenLength, maxParameters, MayBeEncodedTwice: true, MayHaveMilliseconds: true);
}
