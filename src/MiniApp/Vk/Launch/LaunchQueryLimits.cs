using MiniApp;

namespace VkMiniApp;

/// <summary>What a token may look like, and how much of it is looked at before it is refused.</summary>
/// <param name="MaxTokenLength">In bytes of UTF-8.</param>
/// <param name="MaxParameters">The unsigned ones included.</param>
/// <param name="AcceptJson">Whether it may be the bridge's object.</param>
internal sealed record LaunchQueryLimits(
    int MaxTokenLength = TokenLimits.DefaultMaxTokenLength, int MaxParameters = TokenLimits.DefaultMaxParameters, bool AcceptJson = false)
{
    /// <summary>
    /// The most bytes, summed up over the spellings of a signed text, beyond which no further spelling is tried: what the text of a token
    /// of the greatest length takes that consists of characters to escape.
    /// </summary>
    public int MostSignedBytes { get; } = FormUrlEncoding.MaxByteCount(Math.Max(MaxTokenLength, TokenLimits.DefaultMaxTokenLength));
}
