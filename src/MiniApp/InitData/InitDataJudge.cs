namespace MiniApp;

/// <summary>How a verifier of init data comes to its verdict, whichever proofs it asks for.</summary>
internal sealed class InitDataJudge
{
    private readonly ValidityWindow _validity;

    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="ArgumentException">No verifier can be made of the options.</exception>
    public InitDataJudge(InitDataVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _validity = new ValidityWindow(options.Lifetime, options.ClockSkew, options.TimeProvider);
        Format = options.ToFormat();
    }

    public InitDataFormat Format { get; }

    /// <summary>Whether so old a time is past the lifetime.</summary>
    public bool IsExpired(DateTimeOffset authDate) => _validity.Judge(authDate.ToUnixTimeSeconds()) == Validity.Expired;

    /// <summary>
    /// The verdict. The proof comes before the clock, because what unproved init data says about time means nothing, and before any JSON
    /// is parsed.
    /// </summary>
    /// <param name="query">The init data; what was not proved of it is taken out.</param>
    /// <param name="proofs">One of them has to be right.</param>
    /// <param name="lifetime">The lifetime in place of that of the options.</param>
    /// <param name="proof">The one that was right.</param>
    public InitDataFailure Judge(
        ref InitDataQuery query, IInitDataProof[] proofs, TimeSpan? lifetime, out IInitDataProof? proof)
    {
        proof = null;

        if (query.IsMalformed)
        {
            return InitDataFailure.Malformed;
        }

        if (!HasProof(query, proofs))
        {
            return InitDataFailure.MissingProof;
        }

        proof = FindProof(ref query, proofs);
        if (proof is null)
        {
            return InitDataFailure.InvalidProof;
        }

        return _validity.Judge(query.AuthDate, lifetime) switch
        {
            Validity.Expired => InitDataFailure.Expired,
            Validity.NotYetValid => InitDataFailure.NotYetValid,
            _ when !query.HasUser() => InitDataFailure.NoUser,
            _ => InitDataFailure.None,
        };
    }

    /// <summary>
    /// The proof that is right. Whatever is proved stays: fields of the envelope among the others are taken out only where they are not
    /// proved, and then what is left has to be. A stranger chooses the text, and has a long one checked once.
    /// </summary>
    public IInitDataProof? FindProof(ref InitDataQuery query, IInitDataProof[] proofs) =>
        FindProofOfAll(query, proofs) ?? (query.TryRemoveEnvelope(Format) ? FindProofOfAll(query, proofs) : null);

    private static bool HasProof(in InitDataQuery query, IInitDataProof[] proofs)
    {
        foreach (var proof in proofs)
        {
            if (proof.IsPresent(query))
            {
                return true;
            }
        }

        return false;
    }

    private static IInitDataProof? FindProofOfAll(in InitDataQuery query, IInitDataProof[] proofs)
    {
        foreach (var proof in proofs)
        {
            if (proof.IsValid(query))
            {
                return proof;
            }
        }

        return null;
    }
}
