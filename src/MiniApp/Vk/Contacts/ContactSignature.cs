using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The signature of phone numbers and e-mail addresses for one app, under any of its keys: plain SHA-256 of app, key, user, field and
/// value, one behind the other. A plain hash can be carried on behind its end, but only with a byte 0x80 first, and no character starts
/// with that byte: as long as a value is text, what was carried on is no value.
/// </summary>
internal sealed class ContactSignature(long appId, IReadOnlyList<string> secrets)
{
    public const string PhoneNumberField = "phone_number";
    public const string EmailField = "email";

    /// <summary>What each hash starts with: the app's id and the key.</summary>
    private readonly byte[][] _starts =
        [.. secrets.Select(secret => Encoding.UTF8.GetBytes(appId.ToString(CultureInfo.InvariantCulture) + secret))];

    public bool Matches(long userId, string field, string value, string sign)
    {
        Span<byte> received = stackalloc byte[SignText.Length];
        Span<byte> expected = stackalloc byte[SignText.Length];

        if (!SignText.TryCopy(sign, received))
        {
            return false;
        }

        var end = End(userId, field, value);
        foreach (var start in _starts)
        {
            Sign(start, end, expected);
            if (FixedTime.Equals(expected, received))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The signature under the newest key.</summary>
    public string Sign(long userId, string field, string value)
    {
        Span<byte> sign = stackalloc byte[SignText.Length];
        Sign(_starts[0], End(userId, field, value), sign);
        return Encoding.ASCII.GetString(sign);
    }

    private static byte[] End(long userId, string field, string value) =>
        Encoding.UTF8.GetBytes(userId.ToString(CultureInfo.InvariantCulture) + field + value);

    private static void Sign(byte[] start, byte[] end, Span<byte> sign)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. start, .. end], hash);
        Base64Url.EncodeToUtf8(hash, sign);
    }
}
