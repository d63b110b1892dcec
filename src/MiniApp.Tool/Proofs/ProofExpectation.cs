namespace MiniApp.Tool.Proofs;

/// <summary>What a back end knows by itself when it verifies a proof. What is <see langword="null"/> was not said.</summary>
/// <param name="UserId">The user who is signed in, above 0.</param>
/// <param name="RequestId">What the request has to be about.</param>
internal sealed record ProofExpectation(long? UserId, string? RequestId);
