using MiniApp;

namespace TelegramMiniApp;

/// <summary>
/// The key that a bot's init data is hashed with. It is made from the bot's token and can't be turned back into it, so a back end that
/// has the key alone can check init data without being able to speak for the bot. It is a secret all the same: who has it can forge
/// init data.
/// </summary>
public sealed class TelegramSecretKey
{
    private readonly byte[] _key;

    /// <summary>A key that was derived before.</summary>
    /// <param name="key">32 bytes, as <see cref="ToArray"/> gave them.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not 32 bytes long.</exception>
    public TelegramSecretKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != InitDataHash.KeyLength)
        {
            throw new ArgumentException($"A secret key is {InitDataHash.KeyLength} bytes long.", nameof(key));
        }

        _key = key.ToArray();
    }

    internal byte[] Bytes => _key;

    /// <summary>
    /// The key that belongs to a bot's token: HMAC-SHA256 of the token under the word <c>WebAppData</c>
    /// (<see href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">Telegram's rule</see>).
    /// </summary>
    /// <param name="botToken">The bot's token: its id, a colon and more.</param>
    /// <exception cref="ArgumentException"><paramref name="botToken"/> is no bot token. The message doesn't hold it.</exception>
    public static TelegramSecretKey Derive(string botToken)
    {
        TelegramBotToken.ReadBotId(botToken, nameof(botToken));
        return new TelegramSecretKey(InitDataHash.DeriveKey(botToken));
    }

    /// <summary>A copy of the key's 32 bytes, to be kept where secrets are kept.</summary>
    public byte[] ToArray() => [.. _key];

    /// <summary>The type's name: the key itself must not end up in a log.</summary>
    public override string ToString() => nameof(TelegramSecretKey);
}
