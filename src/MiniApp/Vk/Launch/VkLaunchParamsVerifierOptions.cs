namespace VkMiniApp;

/// <summary>What a <see cref="VkLaunchParamsVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class VkLaunchParamsVerifierOptions
{
    private const int LargestTokenLength = 1024 * 1024;
    private const int LargestParameterCount = 1024;

    /// <summary>The apps and their protected keys.</summary>
    internal Dictionary<long, string[]> Apps { get; } = [];

    /// <summary>How long a launch is valid after VK signed it.</summary>
    /// <value>
    /// One hour, as <see href="https://dev.vk.com/mini-apps/development/launch-params-sign">VK demands</see> of back ends. From
    /// <see cref="TimeSpan.Zero"/> (valid only in its own second) up; counted in whole seconds, and a launch exactly as old is valid.
    /// </value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How far a launch's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock that launches are judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The longest token that is looked at, in characters. A longer one is refused as malformed.</summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = LaunchQueryLimits.Default.MaxTokenLength;

    /// <summary>The most parameters a query may hold, the unsigned ones included. One with more is refused as malformed.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = LaunchQueryLimits.Default.MaxParameters;

    /// <summary>
    /// Whether launches inside Odnoklassniki are accepted. Their user is <see cref="VkLaunchParams.OkUserId"/>, in a number space of
    /// its own, and <see cref="VkLaunchParams.UserId"/> is 0. VK does not say which key signs them, so try before relying on it.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AllowOdnoklassniki { get; set; }

    /// <summary>
    /// Whether a token may also be the object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, as JSON of texts and whole
    /// numbers, plain or in base64 or base64url. Broken JSON is then the one refusal that allocates.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptJson { get; set; }

    /// <summary>Adds an app whose launches are accepted, or replaces the keys of one that was added before.</summary>
    /// <param name="appId">The app's id, above 0.</param>
    /// <param name="secrets">The app's protected key; while it is being changed, the new one and the old one.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="appId"/> is not above 0.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or white space. The message holds none of them.</exception>
    public VkLaunchParamsVerifierOptions AddApp(long appId, params string[] secrets)
    {
        AppSecrets.Add(Apps, appId, secrets);
        return this;
    }

    /// <summary>The first setting that can't be worked with, named, or <see langword="null"/>.</summary>
    internal string? FindFault() =>
        Apps.Count == 0 ? "No app was added."
        : Lifetime < TimeSpan.Zero ? $"{nameof(Lifetime)} must not be negative."
        : ClockSkew < TimeSpan.Zero ? $"{nameof(ClockSkew)} must not be negative."
        : TimeProvider is null ? $"{nameof(TimeProvider)} must not be null."
        : MaxTokenLength is < 1 or > LargestTokenLength ? $"{nameof(MaxTokenLength)} must be from 1 to {LargestTokenLength}."
        : MaxParameters is < 1 or > LargestParameterCount ? $"{nameof(MaxParameters)} must be from 1 to {LargestParameterCount}."
        : null;
}
