using System.Diagnostics.CodeAnalysis;

namespace MaxMiniApp;

/// <summary>The answer of <see cref="MaxContactVerifier.Verify"/>: either the user's phone number, or why it was refused.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct MaxContactResult
{
    internal MaxContactResult(MaxContact contact) => Contact = contact;

    internal MaxContactResult(MaxContactFailure failure) => Failure = failure;

    /// <summary>Whether MAX signed this phone number for the user, for one of our bots, recently.</summary>
    [MemberNotNullWhen(true, nameof(Contact))]
    public bool Succeeded => Contact is not null;

    /// <summary>What MAX signed; <see langword="null"/> where it was refused.</summary>
    public MaxContact? Contact { get; }

    /// <summary>Why it was refused; <see cref="MaxContactFailure.None"/> where it was not.</summary>
    public MaxContactFailure Failure { get; }
}
