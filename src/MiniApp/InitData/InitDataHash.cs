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

    private readonly HexHmac _hmac = new(keys);

    /// <summary>The key that belongs to a bot's token. Only this order is right: the word is the key, and the token the message.</summary>
    public static byte[] DeriveKey(string botToken) => HMACSHA256.HashData("WebAppData"u8, Encoding.UTF8.GetBytes(botToken));

    public long BotId => 0;

    public bool IsPresent(in InitDataQuery query) => !query.Hash.IsEmpty;

    // The length first, so that nothing is written for what can't be right.
    public bool IsValid(in InitDataQuery query) =>
        query.Hash.Length == HexHmac.Length && _hmac.Matches(query.CheckString(), query.Hash);

    /// <summary>The hash of a check string under the newest key.</summary>
    public string Compute(ReadOnlySpan<byte> checkString) => _hmac.Compute(checkString);

    /// <summary>The id of a launch that <c>hash</c> proved.</summary>
    /// <param name="app">The bot, or the platform where the bot is not known.</param>
    /// <param name="hash">The hash that was right.</param>
    public static LaunchId MakeLaunchId(MiniAppSubject app, string hash)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Convert.FromHexString(hash, code, out _, out _);
        return LaunchId.Create(app, code);
    }
}
