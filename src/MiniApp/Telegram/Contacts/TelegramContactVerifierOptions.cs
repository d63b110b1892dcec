using MiniApp;

namespace TelegramMiniApp;

/// <summary>What a <see cref="TelegramContactVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class TelegramContactVerifierOptions : TelegramVerifierOptions<TelegramContactVerifierOptions>
{
    /// <summary>Adds a bot by the key of its token, or replaces what was known of it.</summary>
    /// <param name="botId">The bot's id, above 0: what stands before the colon of its token.</param>
    /// <param name="secretKey">The key of its token, the one that init data is proved with.</param>
    /// <param name="olderKeys">Keys of its tokens that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="botId"/> is not above 0.</exception>
    /// <exception cref="ArgumentNullException">A key is <see langword="null"/>.</exception>
    public TelegramContactVerifierOptions AddBot(long botId, TelegramSecretKey secretKey, params TelegramSecretKey[] olderKeys)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(botId);
        ArgumentNullException.ThrowIfNull(secretKey);
        ArgumentNullException.ThrowIfNull(olderKeys);
        Array.ForEach(olderKeys, key => ArgumentNullException.ThrowIfNull(key, nameof(olderKeys)));

        return SetKeys(botId, [secretKey.Bytes, .. olderKeys.Select(key => key.Bytes)]);
    }

    private protected override byte[] DeriveKey(string botToken) => InitDataHash.DeriveKey(botToken);
}
