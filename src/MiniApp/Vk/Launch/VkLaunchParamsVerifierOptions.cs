using MiniApp;

namespace VkMiniApp;

/// <summary>What a <see cref="VkLaunchParamsVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class VkLaunchParamsVerifierOptions : VkVerifierOptions<VkLaunchParamsVerifierOptions>
{
    /// <summary>The <see cref="Lifetime"/> where nothing else is said: one hour.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    /// <summary>The <see cref="ClockSkew"/> where nothing else is said: one minute.</summary>
    public static readonly TimeSpan DefaultClockSkew = ValidityWindow.DefaultClockSkew;

    /// <summary>How long a launch is valid after VK signed it.</summary>
    /// <value>
    /// One hour, as <see href="https://dev.vk.ru/mini-apps/development/launch-params-sign">VK demands</see> of back ends. From
    /// <see cref="TimeSpan.Zero"/> (valid only in its own second) up; counted in whole seconds, and a launch exactly as old is valid.
    /// </value>
    public TimeSpan Lifetime { get; set; } = DefaultLifetime;

    /// <summary>How far a launch's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = DefaultClockSkew;

    /// <summary>The clock that launches are judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The longest token that is looked at, in bytes of its UTF-8, white space around it not counted. A longer one is refused as malformed.
    /// No more bytes are hashed for a key either, or 8,192 where that is more: a text that is longer, form-encoded as VK signs it, has no
    /// valid signature. VK opens the page with that text in the address.
    /// </summary>
    /// <value>8,192: then no refusal allocates. From 1 to 1,048,576.</value>
    public int MaxTokenLength { get; set; } = TokenLimits.DefaultMaxTokenLength;

    /// <summary>The most parameters a query may hold, the unsigned ones included. One with more is refused as malformed.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = TokenLimits.DefaultMaxParameters;

    /// <summary>
    /// Whether launches inside Odnoklassniki are accepted. Their user is <see cref="VkLaunchParams.OkUserId"/>, in a number space of
    /// its own, and <see cref="VkLaunchParams.UserId"/> is 0. VK does not say which key signs them, so try before relying on it.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AllowOdnoklassniki { get; set; }

    /// <summary>
    /// Whether a token may also be the object that the bridge answers <c>VKWebAppGetLaunchParams</c> with, as JSON of texts and whole
    /// numbers, plain or in base64 or base64url.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptJson { get; set; }

    /// <inheritdoc/>
    public override string? FindFault() =>
        base.FindFault() ?? ValidityWindow.FindFault(Lifetime, ClockSkew, TimeProvider) ?? TokenLimits.FindFault(MaxTokenLength, MaxParameters);
}
