using System.Diagnostics.CodeAnalysis;

namespace TelegramMiniApp;

/// <summary>The answer of <see cref="TelegramInitDataVerifier"/>: either init data that can be trusted, or why there is none.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct TelegramInitDataResult
{
    internal TelegramInitDataResult(TelegramInitData initData) => InitData = initData;

    internal TelegramInitDataResult(TelegramInitDataFailure failure) => Failure = failure;

    /// <summary>Whether Telegram made this init data for one of our bots, recently, and for a user.</summary>
    [MemberNotNullWhen(true, nameof(InitData))]
    public bool Succeeded => InitData is not null;

    /// <summary>The verified init data; <see langword="null"/> where it was refused.</summary>
    public TelegramInitData? InitData { get; }

    /// <summary>Why it was refused; <see cref="TelegramInitDataFailure.None"/> where it was not.</summary>
    public TelegramInitDataFailure Failure { get; }
}
