using System.Globalization;
using System.Text;

namespace MiniApp.AspNetCore;

/// <summary>
/// Writes <c>WWW-Authenticate</c> as RFC 6750, section 3, and RFC 9470, section 3, have it, also where the auth-scheme is another one.
/// </summary>
internal static class BearerChallenge
{
    public static string Format(
        string authScheme,
        string? realm,
        string? error,
        string? errorDescription,
        string? errorUri,
        string? reason = null,
        TimeSpan? maxAge = null)
    {
        var header = new StringBuilder(authScheme);
        Append("realm", realm);
        Append("error", error);
        Append("error_description", errorDescription);
        Append("error_uri", errorUri);
        Append("reason", reason);
        Append("max_age", maxAge is { } age ? ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        return header.Length == authScheme.Length ? authScheme : header.ToString();

        void Append(string name, string? value)
        {
            if (value is null)
            {
                return;
            }

            header.Append(header.Length == authScheme.Length ? " " : ", ").Append(name).Append("=\"");
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
