using System.Diagnostics.CodeAnalysis;

namespace VkMiniApp;

/// <summary>The answer of <see cref="VkContactVerifier"/>: either the user's phone number or address, or why it was refused.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct VkContactResult
{
    internal VkContactResult(string value) => Value = value;

    internal VkContactResult(VkContactFailure failure) => Failure = failure;

    /// <summary>Whether VK signed this value for the user of the launch, at some time.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The phone number or the e-mail address, as VK wrote it; <see langword="null"/> where it was refused.</summary>
    public string? Value { get; }

    /// <summary>Why it was refused; <see cref="VkContactFailure.None"/> where it was not.</summary>
    public VkContactFailure Failure { get; }
}
