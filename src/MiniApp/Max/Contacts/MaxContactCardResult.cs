using System.Diagnostics.CodeAnalysis;

namespace MaxMiniApp;

/// <summary>The answer of <see cref="MaxContactVerifier.VerifyCard"/>: either the phone number of a card that MAX signed, or why it was refused.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct MaxContactCardResult
{
    internal MaxContactCardResult(string phoneNumber) => PhoneNumber = phoneNumber;

    internal MaxContactCardResult(MaxContactFailure failure) => Failure = failure;

    /// <summary>Whether MAX signed this card for one of our bots, at some time, and of somebody.</summary>
    [MemberNotNullWhen(true, nameof(PhoneNumber))]
    public bool Succeeded => PhoneNumber is not null;

    /// <summary>The card's one phone number, as it stands there; <see langword="null"/> where it was refused.</summary>
    public string? PhoneNumber { get; }

    /// <summary>Why it was refused; <see cref="MaxContactFailure.None"/> where it was not.</summary>
    public MaxContactFailure Failure { get; }
}
