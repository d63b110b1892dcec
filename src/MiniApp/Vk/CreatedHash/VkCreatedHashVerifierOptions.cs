using MiniApp;

namespace VkMiniApp;

/// <summary>What a <see cref="VkCreatedHashVerifier"/> is made from. It is read once: later changes have no effect on the verifier.</summary>
public sealed class VkCreatedHashVerifierOptions : VkVerifierOptions<VkCreatedHashVerifierOptions>
{
    /// <summary>The <see cref="Lifetime"/> where nothing else is said: five minutes.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The <see cref="ClockSkew"/> where nothing else is said: one minute.</summary>
    public static readonly TimeSpan DefaultClockSkew = ValidityWindow.DefaultClockSkew;

    /// <summary>How long a hash is valid after VK signed it.</summary>
    /// <value>
    /// Five minutes: a page asks for a hash just before it sends the request. From <see cref="TimeSpan.Zero"/> (valid only in its own
    /// second) up; counted in whole seconds, and a hash exactly as old is valid.
    /// </value>
    public TimeSpan Lifetime { get; set; } = DefaultLifetime;

    /// <summary>How far a hash's time may be ahead of this machine's clock.</summary>
    /// <value>One minute. From <see cref="TimeSpan.Zero"/> up; counted in whole seconds.</value>
    public TimeSpan ClockSkew { get; set; } = DefaultClockSkew;

    /// <summary>The clock that hashes are judged by.</summary>
    /// <value><see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether a hash is accepted that the page asked for without a <c>payload</c>. VK says that a signature is made for an empty string
    /// then, and not whether <c>request_id</c> is signed as empty or left out: both are tried. Such a hash says that the user asked for
    /// something just now, and not for what.
    /// </summary>
    /// <value><see langword="false"/>: a request id that is missing is refused.</value>
    public bool AllowEmptyRequestId { get; set; }

    /// <summary>
    /// The longest request id that is looked at, in bytes as VK signs it: form-encoded, so that a Latin letter or a digit is one, and a
    /// Cyrillic letter six. A longer one is refused as malformed.
    /// </summary>
    /// <value>8,192. From 1 to 1,048,576.</value>
    public int MaxRequestIdLength { get; set; } = TokenLimits.DefaultMaxTokenLength;

    /// <inheritdoc/>
    public override string? FindFault() =>
        base.FindFault() ?? ValidityWindow.FindFault(Lifetime, ClockSkew, TimeProvider) ?? TokenLimits.FindFault(MaxRequestIdLength);
}
