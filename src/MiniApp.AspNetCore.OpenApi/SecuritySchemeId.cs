using System.Globalization;
using System.Text;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>What a scheme is called in a document.</summary>
internal static class SecuritySchemeId
{
    /// <summary>
    /// The scheme's name, with the code of each character that the
    /// <see href="https://spec.openapis.org/oas/v3.1.1.html#components-object">keys of components</see> can't have in its place.
    /// </summary>
    public static string Of(string scheme)
    {
        var id = new StringBuilder(scheme.Length);
        foreach (var character in scheme)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_')
            {
                id.Append(character);
            }
            else
            {
                id.Append(CultureInfo.InvariantCulture, $"_{(int)character:X4}");
            }
        }

        return id.ToString();
    }
}
