using System.Security.Cryptography;
using System.Text;

namespace VkMiniApp.Tests;

/// <summary>
/// VK's signing rule, written a second time for reading rather than for speed and without a line of the library, so that the library
/// isn't tested against itself.
/// </summary>
internal static class ReferenceSignature
{
    /// <summary>How PHP's <c>http_build_query</c> writes a text: a space is <c>+</c> and a tilde is <c>%7E</c>.</summary>
    public static string Rfc1738(string text) =>
        Rfc3986(text).Replace("%20", "+", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);

    /// <summary>How RFC 3986 writes a text: a space is <c>%20</c> and a tilde stays.</summary>
    public static string Rfc3986(string text) => Uri.EscapeDataString(text);

    /// <summary>Every way of writing a space with every way of writing a tilde.</summary>
    public static readonly Func<string, string>[] Spellings =
    [
        Rfc1738,
        Rfc3986,
        text => Rfc3986(text).Replace("%20", "+", StringComparison.Ordinal),
        text => Rfc3986(text).Replace("~", "%7E", StringComparison.Ordinal),
    ];

    /// <summary>The text that is signed: the parameters with the prefix, sorted by the bytes of their names, encoded and joined.</summary>
    public static string Canonical(IEnumerable<KeyValuePair<string, string>> parameters, Func<string, string> encode) => string.Join(
        '&',
        parameters
            .Where(parameter => parameter.Key.StartsWith("vk_", StringComparison.Ordinal))
            .OrderBy(parameter => Convert.ToHexString(Encoding.UTF8.GetBytes(parameter.Key)), StringComparer.Ordinal)
            .Select(parameter => $"{encode(parameter.Key)}={encode(parameter.Value)}"));

    /// <summary>HMAC-SHA256 in base64url without padding.</summary>
    public static string Sign(string text, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)))
            .Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>The parameters' signature in the first of the spellings.</summary>
    public static string Sign(IEnumerable<KeyValuePair<string, string>> parameters, string secret) =>
        Sign(Canonical(parameters, Rfc1738), secret);

    /// <summary>A query of these parameters and their signature.</summary>
    public static string SignQuery(IReadOnlyCollection<KeyValuePair<string, string>> parameters, string secret) =>
        $"{Canonical(parameters, Rfc1738)}&sign={Sign(parameters, secret)}";
}
