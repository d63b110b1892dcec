namespace VkMiniApp;

/// <summary>What a <see cref="VkCreatedHashVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class VkCreatedHashVerifierOptions
{
    private const int LargestRequestIdLength = 1024 * 1024;

    /// <summary>The apps and their protected keys.</summary>
    internal Dictionary<long, string[]> Apps { get; } = [];

    /// <summary>How long a hash is valid after VK signed it.</summary>
    /// <value>
    /// Five minutes: a page asks for a hash just before it sends the request. From <see cref="TimeSpan.Zero"/> (valid only in its own
    /// second) up; counted in whole seconds, and a hash exactly as old is valid.
    /// </value>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How far a hash's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock that hashes are judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The longest request id that is looked at, in characters. A longer one is refused as malformed.</summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxRequestIdLength { get; set; } = 8192;

    /// <summary>Adds an app whose hashes are accepted, or replaces the keys of one that was added before.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkCreatedHashVerifierOptions AddApp(long appId, params string[] secrets)
    {
        AppSecrets.Add(Apps, appId, secrets);
        return this;
    }

    /// <summary>The first setting that can't be worked with, named, or <see langword="null"/>.</summary>
    internal string? FindFault() =>
        Apps.Count == 0 ? "No app was added."
        : MaxAge < TimeSpan.Zero ? $"{nameof(MaxAge)} must not be negative."
        : ClockSkew < TimeSpan.Zero ? $"{nameof(ClockSkew)} must not be negative."
        : TimeProvider is null ? $"{nameof(TimeProvider)} must not be null."
        : MaxRequestIdLength is < 1 or > LargestRequestIdLength ? $"{nameof(MaxRequestIdLength)} must be from 1 to {LargestRequestIdLength}."
        : null;
}
