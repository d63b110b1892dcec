using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Accounts.Linking;

/// <summary>
/// A code of 128 random bits in 22 characters of <c>A-Z a-z 0-9 - _</c>, which fit into a link to a mini app: <c>startapp</c>, or the fragment of
/// VK's. Nobody guesses one, so a plain hash keeps it.
/// </summary>
internal static class Code
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
