using System.Collections.Frozen;

namespace MiniApp.Tool.Proofs;

/// <summary>The proof to sign. What is <see langword="null"/> was not asked for; each kind takes what it has.</summary>
internal sealed record ProofDescriptor
{
    /// <summary>Whose it is, above 0; 0 where the kind names nobody.</summary>
    public long UserId { get; init; }

    /// <summary>How long ago it was signed; below zero for the future.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>The request id of a hash.</summary>
    public string? RequestId { get; init; }

    /// <summary>The phone number of a contact or a card: ASCII digits behind a <c>+</c> or none.</summary>
    public string? Phone { get; init; }

    /// <summary>The e-mail address of a contact, instead of a phone number; VK's alone.</summary>
    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    /// <summary>The type of a payment's notification.</summary>
    public string? NotificationType { get; init; }

    /// <summary>Parameters of a payment beyond these, or instead of what they say.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = FrozenDictionary<string, string>.Empty;
}
