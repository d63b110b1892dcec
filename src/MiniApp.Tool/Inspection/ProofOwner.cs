namespace MiniApp.Tool.Inspection;

/// <summary>Whose a proof is.</summary>
/// <param name="UserId">The user; <see langword="null"/> where it is nobody's, or nobody said whose.</param>
/// <param name="IsGiven">Whether an option says so; otherwise the text does.</param>
/// <param name="Description">The same in words.</param>
internal sealed record ProofOwner(long? UserId, bool IsGiven, string Description);
