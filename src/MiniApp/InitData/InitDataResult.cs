using System.Diagnostics.CodeAnalysis;

namespace MiniApp;

/// <summary>The answer of an <see cref="InitDataVerifier{TInitData}"/>: either init data that can be trusted, or why there is none.</summary>
/// <typeparam name="TInitData">The platform's init data.</typeparam>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct InitDataResult<TInitData>
    where TInitData : InitData
{
    internal InitDataResult(TInitData initData) => InitData = initData;

    internal InitDataResult(InitDataFailure failure) => Failure = failure;

    /// <summary>Whether the platform made this init data for one of our bots, recently, and for a user.</summary>
    [MemberNotNullWhen(true, nameof(InitData))]
    public bool Succeeded => InitData is not null;

    /// <summary>The verified init data; <see langword="null"/> where it was refused.</summary>
    public TInitData? InitData { get; }

    /// <summary>Why it was refused; <see cref="InitDataFailure.None"/> where it was not.</summary>
    public InitDataFailure Failure { get; }
}
