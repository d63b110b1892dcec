using System.Security.Cryptography;
using System.Text;

namespace MiniApp;

/// <summary>HMAC-SHA256 of a text, written in lower-case hex, under any of several keys: how bots' messengers prove things.</summary>
/// <param name="keys">The keys, the newest first.</param>
internal sealed class HexHmac(IEnumerable<byte[]> keys)
{
    /// <summary>32 bytes in hex.</summary>
    public const int Length = 2 * HMACSHA256.HashSizeInBytes;

    private readonly HmacKey[] _keys = [.. keys.Select(key => new HmacKey(key))];

    /// <summary>
    /// Whether this is the text's code under any of the keys. What was received is compared, not what it stands for: hex of upper case is
    /// another text, which no platform sends.
    /// </summary>
    public bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> received)
    {
        Span<byte> expected = stackalloc byte[Length];
        foreach (var key in _keys)
        {
            Compute(key, text, expected);
            if (FixedTime.Equals(expected, received))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text's code under the newest key.</summary>
    public string Compute(ReadOnlySpan<byte> text)
    {
        Span<byte> code = stackalloc byte[Length];
        Compute(_keys[0], text, code);
        return Encoding.ASCII.GetString(code);
    }

    private static void Compute(HmacKey key, ReadOnlySpan<byte> text, Span<byte> hex)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Hash(text, code);
        Convert.TryToHexStringLower(code, hex, out _);
    }
}
