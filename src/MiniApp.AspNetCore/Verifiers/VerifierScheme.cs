namespace MiniApp.AspNetCore;

/// <summary>A scheme that has a verifier of this type.</summary>
/// <typeparam name="TVerifier">The verifier.</typeparam>
/// <param name="Name">The scheme's name.</param>
internal sealed record VerifierScheme<TVerifier>(string Name);
