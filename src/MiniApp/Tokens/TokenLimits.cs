using System.Runtime.CompilerServices;

namespace MiniApp;

/// <summary>
/// How much of a token is looked at before it is refused: the defaults of all verifiers, and their ranges. Lengths count the bytes of a
/// token's UTF-8, which for ASCII are its characters.
/// </summary>
public static class TokenLimits
{
    /// <summary>The length of a token, in bytes of UTF-8, above which a verifier refuses it unless told otherwise.</summary>
    public const int DefaultMaxTokenLength = 8192;

    /// <summary>The number of parameters above which a verifier refuses a token unless told otherwise.</summary>
    public const int DefaultMaxParameters = 128;

    /// <summary>The largest length, in bytes of UTF-8, that a verifier can be told to accept.</summary>
    public const int LargestMaxTokenLength = 1024 * 1024;

    /// <summary>The largest number of parameters that a verifier can be told to accept.</summary>
    public const int LargestMaxParameters = 1024;

    /// <summary>
    /// The most bytes that are checked for a key before a token is refused, in all spellings and tries together: as many as it may have, or as
    /// the default lets it have where that is more.
    /// </summary>
    /// <param name="maxTokenLength">The length above which the verifier refuses a token.</param>
    internal static int MostCheckedBytes(int maxTokenLength) => Math.Max(maxTokenLength, DefaultMaxTokenLength);

    /// <summary>The first of a verifier's limits that is outside its range, named; otherwise <see langword="null"/>.</summary>
    internal static string? FindFault(
        int maxLength, int maxParameters = DefaultMaxParameters, [CallerArgumentExpression(nameof(maxLength))] string? lengthName = null) =>
        maxLength is < 1 or > LargestMaxTokenLength ? $"{lengthName} must be from 1 to {LargestMaxTokenLength}."
        : maxParameters is < 1 or > LargestMaxParameters ? $"MaxParameters must be from 1 to {LargestMaxParameters}."
        : null;
}
