using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>The signature of one app's payment notifications, under any of its keys: MD5 of the parameters and the key, in hex.</summary>
internal sealed class PaymentSignature(IReadOnlyList<string> secrets)
{
    /// <summary>16 bytes in lower-case hex.</summary>
    public const int SigLength = 32;

    private readonly byte[][] _keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];

    /// <summary>
    /// Whether the joined text has its type in one place. There is nothing between the parameters, so one text can be cut in several
    /// ways, and <c>item</c> holds what a buyer wrote: cut anew, a question for the price of such an item would be the news that it was
    /// paid. The names are sorted, so nothing that comes before the type can become the type, or what follows it, without this name.
    /// </summary>
    public static bool IsUnambiguous(ReadOnlySpan<byte> joined) => joined.Count("notification_type="u8) == 1;

    public bool Matches(ReadOnlySpan<byte> joined, ReadOnlySpan<byte> sig)
    {
        if (sig.Length != SigLength)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SigLength];
        foreach (var key in _keys)
        {
            Sign(joined, key, expected);
            if (FixedTime.Equals(expected, sig))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The signature under the newest key.</summary>
    public string Sign(ReadOnlySpan<byte> joined)
    {
        Span<byte> sig = stackalloc byte[SigLength];
        Sign(joined, _keys[0], sig);
        return Encoding.ASCII.GetString(sig);
    }

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "VK signs payments so, and in no other way.")]
    private static void Sign(ReadOnlySpan<byte> joined, byte[] key, Span<byte> sig)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData([.. joined, .. key], hash);
        Convert.TryToHexStringLower(hash, sig, out _);
    }
}
