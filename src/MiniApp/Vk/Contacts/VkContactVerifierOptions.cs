namespace VkMiniApp;

/// <summary>What a <see cref="VkContactVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class VkContactVerifierOptions
{
    /// <summary>The apps and their protected keys.</summary>
    internal Dictionary<long, string[]> Apps { get; } = [];

    /// <summary>Adds an app whose users' contacts are accepted, or replaces the keys of one that was added before.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkContactVerifierOptions AddApp(long appId, params string[] secrets)
    {
        AppSecrets.Add(Apps, appId, secrets);
        return this;
    }
}
