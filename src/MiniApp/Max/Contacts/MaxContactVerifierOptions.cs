using System.Text;
using MiniApp;

namespace MaxMiniApp;

/// <summary>What a <see cref="MaxContactVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class MaxContactVerifierOptions : TimedVerifierOptions
{
    // Nothing that is signed says which bot it is for, so the keys of all stand in one row.
    private readonly List<byte[]> _keys = [];

    /// <summary>Adds a bot whose contacts are accepted.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public MaxContactVerifierOptions AddBot(string botToken, params string[] olderTokens)
    {
        ArgumentNullException.ThrowIfNull(olderTokens);

        _keys.AddRange(
        [
            ToKey(botToken, nameof(botToken)),
            .. olderTokens.Select(token => ToKey(token, nameof(olderTokens))),
        ]);
        return this;
    }

    /// <inheritdoc/>
    public override string? FindFault() => _keys.Count == 0 ? "No bot was added." : base.FindFault();

    /// <summary>The key of a token: the token itself, and not the key of init data.</summary>
    /// <exception cref="ArgumentException">The text is no token. The message doesn't hold it.</exception>
    internal static byte[] ToKey(string token, string parameterName) =>
        Encoding.UTF8.GetBytes(MaxBotToken.Check(token, parameterName));

    internal HexHmac ToHmac() => new(_keys);
}
