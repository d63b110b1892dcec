using System.Security.Cryptography;
using System.Text;

namespace MiniApp;

/// <summary>
/// The proof by bot token, the field <c>hash</c>: HMAC-SHA256 of the check string in lower-case hex, under the key of any of the tokens.
/// The key is HMAC-SHA256 of the token under the word <c>WebAppData</c>.
/// </summary>
internal sealed class InitDataHash(IEnumerable<byte[]> keys) : IInitDataProof
{
    public const int KeyLength = HMACSHA256.HashSizeInBytes;

    /// <summary>32 bytes in hex.</summary>
    private const int HashLength = 2 * HMACSHA256.HashSizeInBytes;

    private readonly HmacKey[] _keys = [.. keys.Select(key => new HmacKey(key))];

    /// <summary>The key that belongs to a bot's token. Only this order is right: the word is the key, and the token the message.</summary>
    public static byte[] DeriveKey(string botToken) => HMACSHA256.HashData("WebAppData"u8, Encoding.UTF8.GetBytes(botToken));

    public long BotId => 0;

    public bool IsPresent(in InitDataQuery query) => !query.Hash.IsEmpty;

    public bool IsValid(in InitDataQuery query)
    {
        if (query.Hash.Length != HashLength)
        {
            return false;
        }

        var checkString = query.CheckString();
        Span<byte> expected = stackalloc byte[HashLength];

        foreach (var key in _keys)
        {
            Compute(key, checkString, expected);

            // The received text is compared, not what it stands for: hex of upper case is another text, which no platform sends.
            if (FixedTime.Equals(expected, query.Hash))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The hash of a check string under the newest key.</summary>
    public string Compute(ReadOnlySpan<byte> checkString)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        Compute(_keys[0], checkString, hash);
        return Encoding.ASCII.GetString(hash);
    }

    /// <summary>The id of a launch that <c>hash</c> proved.</summary>
    /// <param name="app">The bot, or the platform where the bot is not known.</param>
    /// <param name="hash">The hash that was right.</param>
    public static LaunchId MakeLaunchId(MiniAppSubject app, string hash)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Convert.FromHexString(hash, code, out _, out _);
        return LaunchId.Create(app, code);
    }

    private static void Compute(HmacKey key, ReadOnlySpan<byte> checkString, Span<byte> hash)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Hash(checkString, code);
        Convert.TryToHexStringLower(code, hash, out _);
    }
}
