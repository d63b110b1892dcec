using System.Text;

namespace VkMiniApp.AspNetCore;

/// <summary>Writes <c>WWW-Authenticate</c> as RFC 6750, section 3, has it.</summary>
internal static class BearerChallenge
{
    public static string Format(VkMiniAppChallengeContext challenge)
    {
        if (challenge is { Error: null, ErrorDescription: null, ErrorUri: null })
        {
            return "Bearer";
        }

        var header = new StringBuilder("Bearer");
        Append(header, "error", challenge.Error);
        Append(header, "error_description", challenge.ErrorDescription);
        Append(header, "error_uri", challenge.ErrorUri);
        return header.ToString();
    }

    private static void Append(StringBuilder header, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        header.Append(header.Length == "Bearer".Length ? " " : ", ").Append(name).Append("=\"");
        foreach (var character in value)
        {
            header.Append(IsAllowed(character) ? character : '?');
        }

        header.Append('"');
    }

    /// <summary>RFC 6750 allows printable ASCII but the quote and the backslash; anything else would break the header or the response.</summary>
    private static bool IsAllowed(char character) => character is >= ' ' and <= '~' and not '"' and not '\\';
}
