using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>The signature of one app, under any of its keys.</summary>
internal sealed class AppSignature(IReadOnlyList<string> secrets)
{
    /// <summary>32 bytes in base64url without padding.</summary>
    public const int SignLength = 43;

    private readonly HmacKey[] _keys = [.. secrets.Select(secret => new HmacKey(Encoding.UTF8.GetBytes(secret)))];

    /// <summary>Whether <c>sign</c> is this app's signature of the query's parameters.</summary>
    public bool Matches(in LaunchQuery query) =>
        query.Sign.Length == SignLength
        && (Matches(query, FormUrlStyle.Rfc1738) || HasTwoSpellings(query) && Matches(query, FormUrlStyle.Rfc3986));

    /// <summary>The signature of a canonical query under the newest key.</summary>
    public string Sign(ReadOnlySpan<byte> canonical)
    {
        Span<byte> sign = stackalloc byte[SignLength];
        Sign(_keys[0], canonical, sign);
        return Encoding.ASCII.GetString(sign);
    }

    /// <summary>Whether <paramref name="sign"/> is this app's signature of a canonical query.</summary>
    public bool Matches(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> sign)
    {
        Span<byte> expected = stackalloc byte[SignLength];

        foreach (var key in _keys)
        {
            Sign(key, canonical, expected);

            // The received text is compared, not what it decodes to: base64 decoders take several spellings for one code.
            if (FixedTime.Equals(expected, sign))
            {
                return true;
            }
        }

        return false;
    }

    private bool Matches(in LaunchQuery query, FormUrlStyle style) => Matches(query.Canonicalize(style), query.Sign);

    /// <summary>
    /// VK's page on launch parameters writes a space as <c>%20</c>, VK's own samples as <c>+</c>, and samples differ on the tilde. No
    /// other character has two spellings.
    /// </summary>
    private static bool HasTwoSpellings(in LaunchQuery query)
    {
        for (var i = 0; i < query.Parameters.Count; i++)
        {
            ref readonly var parameter = ref query.Parameters[i];
            if (parameter.Name(query.Text).ContainsAny((byte)' ', (byte)'~') || parameter.Value(query.Text).ContainsAny((byte)' ', (byte)'~'))
            {
                return true;
            }
        }

        return false;
    }

    private static void Sign(HmacKey key, ReadOnlySpan<byte> canonical, Span<byte> sign)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Hash(canonical, code);
        Base64Url.EncodeToUtf8(code, sign);
    }
}
