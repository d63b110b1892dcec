using MiniApp.Tool.Platforms;
using MiniApp.Tool.Proofs;

namespace MiniApp.Tool.Inspection;

/// <summary>All that can be said of a token.</summary>
internal sealed record Report
{
    public required IPlatform Platform { get; init; }

    /// <summary>Whether the platform was guessed from the token.</summary>
    public required bool IsGuessed { get; init; }

    /// <summary>What is proved where it is no launch; <see langword="null"/> for a launch.</summary>
    public Proof? Proof { get; init; }

    /// <summary>Whether what is proved was guessed from the text.</summary>
    public bool IsKindGuessed { get; init; }

    /// <summary>Whose a proof is; <see langword="null"/> for a launch.</summary>
    public ProofOwner? Owner { get; init; }

    public required string Spelling { get; init; }

    public required IReadOnlyList<TokenParameter> Parameters { get; init; }

    /// <summary>When the token claims to have been signed; <see langword="null"/> where it makes no such claim.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What it was judged with: a place, never the key itself. <see langword="null"/>: nothing.</summary>
    public required string? JudgedWith { get; init; }

    /// <summary><see langword="null"/> where it cannot be judged without a key.</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>Whether something inside what was pasted came further than it.</summary>
    public required bool HasInside { get; init; }

    /// <summary>The verdict on what is inside, which the parameters are of; <see langword="null"/> where it takes a key to reach one.</summary>
    public required Verdict? Inside { get; init; }

    /// <summary>What was around the token, and what is to be said of the token inside.</summary>
    public required IReadOnlyList<string> Unwrapped { get; init; }

    /// <summary>The verdict in plain words: what it means, then what exactly is wrong.</summary>
    public required IReadOnlyList<string> Meaning { get; init; }

    /// <summary>What to do; <see langword="null"/> where there is nothing to do.</summary>
    public required string? Advice { get; init; }

    /// <summary>Whether the platform vouches for the parameters that are signed.</summary>
    public bool IsProved => (HasInside ? Inside : Verdict) is { Refusal: null or { IsProved: true } };

    /// <summary>What it consists of.</summary>
    public TokenFormat Format => Proof?.Format ?? Platform.Format;

    public ProofKind Kind => Proof?.Kind ?? ProofKind.Launch;

    public string Outcome => Describe(Verdict);

    public static string Describe(Verdict? verdict) => verdict switch
    {
        null => "not judged",
        { IsGood: true } => "good",
        _ => "refused",
    };
}
