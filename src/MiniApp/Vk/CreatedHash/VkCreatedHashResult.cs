using System.Diagnostics.CodeAnalysis;

namespace VkMiniApp;

/// <summary>The answer of <see cref="VkCreatedHashVerifier"/>: either what VK signed, or why the hash was refused.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct VkCreatedHashResult
{
    internal VkCreatedHashResult(VkCreatedHash createdHash) => CreatedHash = createdHash;

    internal VkCreatedHashResult(VkCreatedHashFailure failure) => Failure = failure;

    /// <summary>Whether VK signed this request for the user of the launch, recently.</summary>
    [MemberNotNullWhen(true, nameof(CreatedHash))]
    public bool Succeeded => CreatedHash is not null;

    /// <summary>What VK signed; <see langword="null"/> where the hash was refused.</summary>
    public VkCreatedHash? CreatedHash { get; }

    /// <summary>Why it was refused; <see cref="VkCreatedHashFailure.None"/> where it was not.</summary>
    public VkCreatedHashFailure Failure { get; }
}
