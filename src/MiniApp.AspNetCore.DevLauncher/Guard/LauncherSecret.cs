using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// What a request has to know to have anything signed. It stands behind <c>#</c> in the address that the application prints, so that no
/// browser sends it to a server unasked, and neither in a file of the page nor in a page's <c>Referer</c>.
/// </summary>
internal sealed class LauncherSecret
{
    private const int Bytes = 32;

    private readonly byte[] _expected;

    private LauncherSecret(string text) => (Text, _expected) = (text, Encoding.UTF8.GetBytes(text));

    /// <summary>The secret in base64url: 43 characters.</summary>
    public string Text { get; }

    public static LauncherSecret Random() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>The secret that a text is, or <see langword="null"/> where it is none.</summary>
    public static LauncherSecret? Parse(string text) =>
        text.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(text, out var length) && length == Bytes ? new(text) : null;

    /// <summary>Whether a header says the secret, once. The time that it takes does not depend on where a wrong one differs.</summary>
    public bool Matches(StringValues header) =>
        header is [{ } received] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(received), _expected);
}
