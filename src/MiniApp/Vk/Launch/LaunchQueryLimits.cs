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
    /// The most bytes of the text that VK signed, of all its spellings taken together: as many as the token may have. It is the query of the
    /// address that VK opened the page with, so a token is shorter only where the page decoded it. Of a text that a stranger made to be
    /// escaped, the hash alone would cost more than ten launches.
    /// </summary>
    public int MostSignedBytes { get; } = TokenLimits.MostCheckedBytes(MaxTokenLength);
}
