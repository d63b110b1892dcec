namespace VkMiniApp;

/// <summary>
/// What a <see cref="VkPaymentNotificationVerifier"/> is made from. It is read once: later changes have no effect on the verifier.
/// </summary>
public sealed class VkPaymentNotificationVerifierOptions
{
    private const int LargestBodyLength = 1024 * 1024;
    private const int LargestParameterCount = 1024;

    /// <summary>The apps and their protected keys.</summary>
    internal Dictionary<long, string[]> Apps { get; } = [];

    /// <summary>The longest body that is looked at, in characters. A longer one is refused as malformed.</summary>
    /// <value>16,384. From 1 to 1,048,576.</value>
    public int MaxBodyLength { get; set; } = 16_384;

    /// <summary>The most parameters a body may hold, <c>sig</c> included. One with more is refused as malformed.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = 128;

    /// <summary>Adds an app whose notifications are accepted, or replaces the keys of one that was added before.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkPaymentNotificationVerifierOptions AddApp(long appId, params string[] secrets)
    {
        AppSecrets.Add(Apps, appId, secrets);
        return this;
    }

    /// <summary>The first setting that can't be worked with, named, or <see langword="null"/>.</summary>
    internal string? FindFault() =>
        Apps.Count == 0 ? "No app was added."
        : MaxBodyLength is < 1 or > LargestBodyLength ? $"{nameof(MaxBodyLength)} must be from 1 to {LargestBodyLength}."
        : MaxParameters is < 1 or > LargestParameterCount ? $"{nameof(MaxParameters)} must be from 1 to {LargestParameterCount}."
        : null;
}
