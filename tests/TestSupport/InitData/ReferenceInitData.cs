using System.Security.Cryptography;
using System.Text;

namespace TestSupport;

/// <summary>
/// The rule of init data, written a second time for reading rather than for speed and without a line of the libraries, so that they
/// aren't tested against themselves.
/// </summary>
public static class ReferenceInitData
{
    /// <summary>Every field but the named ones, sorted by the bytes of the names, joined by line feeds.</summary>
    public static string CheckString(IEnumerable<KeyValuePair<string, string>> fields, params string[] except) => string.Join(
        '\n',
        fields
            .Where(field => !except.Contains(field.Key))
            .OrderBy(field => Convert.ToHexString(Encoding.UTF8.GetBytes(field.Key)), StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}"));

    public static string Hash(IEnumerable<KeyValuePair<string, string>> fields, string botToken) => Hash(CheckString(fields, "hash"), botToken);

    public static string Hash(string checkString, string botToken)
    {
        var secret = HMACSHA256.HashData(Encoding.UTF8.GetBytes("WebAppData"), Encoding.UTF8.GetBytes(botToken));
        return Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(checkString))).ToLowerInvariant();
    }

    public static string Query(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>A query of these fields and their hash.</summary>
    public static string Sign(IReadOnlyCollection<KeyValuePair<string, string>> fields, string botToken) =>
        $"{Query(fields)}&hash={Hash(fields, botToken)}";
}
