using System.Text;

namespace MiniApp.AspNetCore;

/// <summary>Writes <c>WWW-Authenticate</c> as RFC 6750, section 3, has it, also where the scheme's word is another one.</summary>
internal static class BearerChallenge
{
    public static string Format(string word, string? realm, MiniAppChallengeContext challenge)
    {
        if (realm is null && challenge is { Error: null, ErrorDescription: null, ErrorUri: null })
        {
            return word;
        }

        var header = new StringBuilder(word);
        Append("realm", realm);
        Append("error", challenge.Error);
        Append("error_description", challenge.ErrorDescription);
        Append("error_uri", challenge.ErrorUri);
        return header.ToString();

        void Append(string name, string? value)
        {
            if (value is null)
            {
                return;
            }

            header.Append(header.Length == word.Length ? " " : ", ").Append(name).Append("=\"");
            foreach (var character in value)
            {
                header.Append(IsAllowed(character) ? character : '?');
            }

            header.Append('"');
        }
    }

    /// <summary>RFC 6750 allows printable ASCII but the quote and the backslash; anything else would break the header or the response.</summary>
    private static bool IsAllowed(char character) => character is >= ' ' and <= '~' and not '"' and not '\\';
}
