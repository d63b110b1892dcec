using MiniApp;

namespace MaxMiniApp;

/// <summary>What a <see cref="MaxInitDataVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class MaxInitDataVerifierOptions : InitDataVerifierOptions
{
    private static readonly InitDataEnvelope Envelope = new("WebApp");

    // Neither init data nor a token says which bot it is of, so the keys of all stand in one row.
    private readonly List<byte[]> _keys = [];

    /// <summary>Adds a bot whose init data is accepted.</summary>
    /// <param name="botToken">The bot's token, from MAX's platform for partners.</param>
    /// <param name="olderTokens">Tokens of the same bot that are being replaced.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A token is empty or holds white space. The message holds none of them.</exception>
    public MaxInitDataVerifierOptions AddBot(string botToken, params string[] olderTokens)
    {
        ArgumentNullException.ThrowIfNull(olderTokens);

        _keys.AddRange(
        [
            MaxBotToken.DeriveKey(botToken, nameof(botToken)),
            .. olderTokens.Select(token => MaxBotToken.DeriveKey(token, nameof(olderTokens))),
        ]);
        return this;
    }

    /// <inheritdoc/>
    public override string? FindFault() => _keys.Count == 0 ? "No bot was added." : base.FindFault();

    // MAX counts `auth_date` in seconds, an older example of its documentation in milliseconds; and the fragment of the page's address
    // holds the init data encoded once more.
    internal override InitDataFormat ToFormat() =>
        new(Envelope, MaxTokenLength, MaxParameters, MayBeEncodedTwice: true, MayHaveMilliseconds: true);

    internal override IEnumerable<IInitDataProof> ToProofs() => [new InitDataHash(_keys)];
}
