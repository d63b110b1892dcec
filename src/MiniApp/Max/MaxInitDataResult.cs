using System.Diagnostics.CodeAnalysis;

namespace MaxMiniApp;

/// <summary>The answer of <see cref="MaxInitDataVerifier"/>: either init data that can be trusted, or why there is none.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct MaxInitDataResult
{
    internal MaxInitDataResult(MaxInitData initData) => InitData = initData;

    internal MaxInitDataResult(MaxInitDataFailure failure) => Failure = failure;

    /// <summary>Whether MAX made this init data for one of our bots, recently, and for a user.</summary>
    [MemberNotNullWhen(true, nameof(InitData))]
    public bool Succeeded => InitData is not null;

    /// <summary>The verified init data; <see langword="null"/> where it was refused.</summary>
    public MaxInitData? InitData { get; }

    /// <summary>Why it was refused; <see cref="MaxInitDataFailure.None"/> where it was not.</summary>
    public MaxInitDataFailure Failure { get; }
}
