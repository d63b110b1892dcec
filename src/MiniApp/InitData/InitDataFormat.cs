namespace MiniApp;

/// <summary>How a platform spells init data, how much of a token is looked at before it is refused, and two liberties that some platform takes.</summary>
/// <param name="Envelope">What the platform hands it over in; <see langword="null"/> for nothing.</param>
/// <param name="MaxTokenLength">In bytes of UTF-8.</param>
/// <param name="MaxParameters">The hash included.</param>
/// <param name="MayBeEncodedTwice">Whether the whole may be encoded once more, as it is in the fragment of a page's address.</param>
/// <param name="MayHaveMilliseconds">Whether <c>auth_date</c> may count milliseconds.</param>
internal sealed record InitDataFormat(
    InitDataEnvelope? Envelope, int MaxTokenLength, int MaxParameters, bool MayBeEncodedTwice = false, bool MayHaveMilliseconds = false)
{
    /// <summary>
    /// The longest text that is checked again without the fields of the envelope: both times together, no more bytes are checked for a key than
    /// a token may have.
    /// </summary>
    public int LongestCheckedTwice { get; } = TokenLimits.MostCheckedBytes(MaxTokenLength) / 2;
}
