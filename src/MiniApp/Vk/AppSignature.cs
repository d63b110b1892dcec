using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>The signature of one app, under any of its keys.</summary>
internal sealed class AppSignature(IReadOnlyList<string> secrets, long appId = 0)
{
    private readonly HmacKey[] _keys = [.. secrets.Select(secret => new HmacKey(Encoding.UTF8.GetBytes(secret)))];

    /// <summary>The app's id as launches have it, so that not every launch needs a string for it.</summary>
    public string AppId { get; } = appId.ToString(CultureInfo.InvariantCulture);

    public long AppNumber { get; } = appId;

    /// <summary>The signature of a canonical query under the newest key.</summary>
    public string Sign(ReadOnlySpan<byte> canonical)
    {
        Span<byte> sign = stackalloc byte[SignText.Length];
        Sign(_keys[0], canonical, sign);
        return Encoding.ASCII.GetString(sign);
    }

    /// <summary>Whether <paramref name="sign"/> is this app's signature of a canonical query.</summary>
    public bool Matches(ReadOnlySpan<byte> canonical, ReadOnlySpan<byte> sign)
    {
        Span<byte> expected = stackalloc byte[SignText.Length];

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

    private static void Sign(HmacKey key, ReadOnlySpan<byte> canonical, Span<byte> sign)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Hash(canonical, code);
        Base64Url.EncodeToUtf8(code, sign);
    }
}
