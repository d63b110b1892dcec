namespace MiniApp;

/// <summary>How much of a token is looked at before it is refused, and two liberties that some platform takes.</summary>
/// <param name="MaxTokenLength">In characters.</param>
/// <param name="MaxParameters">The hash included.</param>
/// <param name="MayBeEncodedTwice">Whether the whole may be encoded once more, as it is in the fragment of a page's address.</param>
/// <param name="MayHaveMilliseconds">Whether <c>auth_date</c> may count milliseconds.</param>
internal sealed record InitDataFormat(
    int MaxTokenLength = InitDataFormat.DefaultMaxTokenLength,
    int MaxParameters = InitDataFormat.DefaultMaxParameters,
    bool MayBeEncodedTwice = false,
    bool MayHaveMilliseconds = false)
{
    public const int DefaultMaxTokenLength = 8192;
    public const int DefaultMaxParameters = 128;

    private const int LargestTokenLength = 1024 * 1024;
    private const int LargestParameterCount = 1024;

    /// <summary>The first limit outside its range, named, or <see langword="null"/>.</summary>
    public string? FindFault() =>
        MaxTokenLength is < 1 or > LargestTokenLength ? $"{nameof(MaxTokenLength)} must be from 1 to {LargestTokenLength}."
        : MaxParameters is < 1 or > LargestParameterCount ? $"{nameof(MaxParameters)} must be from 1 to {LargestParameterCount}."
        : null;
}
