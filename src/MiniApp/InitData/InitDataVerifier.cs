using System.Diagnostics.CodeAnalysis;

namespace MiniApp;

/// <summary>
/// Tells whether init data was made by its platform for one of our bots, and how long ago. Safe for use by any number of threads at once.
/// Nothing that is passed in as a token makes it throw.
/// </summary>
/// <typeparam name="TInitData">The platform's init data.</typeparam>
public abstract class InitDataVerifier<TInitData>
    where TInitData : InitData
{
    private readonly IInitDataProof[] _proofs;
    private readonly ValidityWindow _validity;
    private readonly InitDataFormat _format;

    private protected InitDataVerifier(InitDataVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _proofs = [.. options.ToProofs()];
        _validity = new ValidityWindow(options.Lifetime, options.ClockSkew, options.TimeProvider);
        _format = options.ToFormat();
    }

    /// <summary>Verifies a token and reads its fields.</summary>
    /// <param name="token">The token; <see langword="null"/> is refused as malformed, like a token that is empty.</param>
    /// <returns>The init data, or why it was refused.</returns>
    public InitDataResult<TInitData> Verify(string? token) => Verify(token.AsSpan());

    /// <inheritdoc cref="Verify(string?)"/>
    public InitDataResult<TInitData> Verify(ReadOnlySpan<char> token)
    {
        using var received = new InitDataQuery(token, _format);
        var query = received;
        var failure = Judge(ref query, out var proof);

        return failure == InitDataFailure.None
            ? new InitDataResult<TInitData>(Read(query, proof!.BotId))
            : new InitDataResult<TInitData>(failure);
    }

    /// <summary>
    /// Why <see cref="Verify(string?)"/> refuses a token. Allocates nothing, unless the platform proved a user that is broken JSON.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <returns><see cref="InitDataFailure.None"/> where the token is good.</returns>
    public InitDataFailure Check(ReadOnlySpan<char> token)
    {
        using var received = new InitDataQuery(token, _format);
        var query = received;
        return Judge(ref query, out _);
    }

    /// <summary>
    /// Whether the proof alone is right: the platform made this init data for one of our bots. It may be years old, or for nobody: to
    /// sign a user in, use <see cref="Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token.</param>
    public bool HasValidProof(ReadOnlySpan<char> token)
    {
        using var received = new InitDataQuery(token, _format);
        var query = received;
        return !query.IsMalformed && FindProof(ref query) is not null;
    }

    private protected abstract TInitData Read(in InitDataQuery query, long botId);

    // The proof comes before the clock, because what unproved init data says about time means nothing, and before any JSON is parsed.
    [SuppressMessage("Style", "IDE0046:Convert to conditional expression", Justification = "One line a failure, in the failures' order.")]
    private InitDataFailure Judge(ref InitDataQuery query, out IInitDataProof? proof)
    {
        proof = null;

        if (query.IsMalformed)
        {
            return InitDataFailure.Malformed;
        }

        if (!HasProof(query))
        {
            return InitDataFailure.MissingProof;
        }

        proof = FindProof(ref query);
        if (proof is null)
        {
            return InitDataFailure.InvalidProof;
        }

        return _validity.Judge(query.AuthDate) switch
        {
            Validity.Expired => InitDataFailure.Expired,
            Validity.NotYetValid => InitDataFailure.NotYetValid,
            _ when !query.HasUser() => InitDataFailure.NoUser,
            _ => InitDataFailure.None,
        };
    }

    private bool HasProof(in InitDataQuery query)
    {
        foreach (var proof in _proofs)
        {
            if (proof.IsPresent(query))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whatever is proved stays: fields of the envelope among the others are taken out only where they are not proved, and then what is
    /// left has to be.
    /// </summary>
    private IInitDataProof? FindProof(ref InitDataQuery query) =>
        FindProofOfAll(query) ?? (query.TryRemoveEnvelope(_format.Envelope) ? FindProofOfAll(query) : null);

    private IInitDataProof? FindProofOfAll(in InitDataQuery query)
    {
        foreach (var proof in _proofs)
        {
            if (proof.IsValid(query))
            {
                return proof;
            }
        }

        return null;
    }
}
