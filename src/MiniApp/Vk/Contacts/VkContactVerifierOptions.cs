namespace VkMiniApp;

/// <summary>What a <see cref="VkContactVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class VkContactVerifierOptions : VkVerifierOptions<VkContactVerifierOptions>;
