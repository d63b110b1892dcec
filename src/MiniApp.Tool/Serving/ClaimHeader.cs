using System.Diagnostics.CodeAnalysis;

namespace MiniApp.Tool.Serving;

/// <summary>A header that tells a claim: <c>X-MiniApp-Vk-Language</c> for <c>vk_language</c>.</summary>
/// <param name="Claim">The claim's type.</param>
/// <param name="Name">The header's name.</param>
internal sealed record ClaimHeader(string Claim, string Name)
{
    /// <summary>The header that says who the user is.</summary>
    public const string Subject = Prefix + "Subject";

    /// <summary>What every header of ours begins with.</summary>
    public const string Prefix = "X-MiniApp-";

    private const int LongestClaim = 64;

    /// <summary>
    /// Reads a claim's type: words of small letters and digits with <c>_</c> between them, as all of ours are. So no two have one header.
    /// </summary>
    public static bool TryParse(string claim, [NotNullWhen(true)] out ClaimHeader? header)
    {
        var words = claim.Split('_');
        var name = Prefix + string.Join('-', words.Select(Capitalize));
        var isClaim = claim.Length <= LongestClaim
            && Array.TrueForAll(words, word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)))
            && !name.Equals(Subject, StringComparison.OrdinalIgnoreCase);

        header = isClaim ? new(claim, name) : null;
        return isClaim;
    }

    /// <summary>A claim's value as a header can have it: in UTF-8, and all but letters, digits and <c>-_.~</c> percent-encoded.</summary>
    public static string Encode(string value) => Uri.EscapeDataString(value);

    private static string Capitalize(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
