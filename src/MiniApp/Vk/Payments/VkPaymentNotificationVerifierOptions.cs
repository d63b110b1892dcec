using MiniApp;

namespace VkMiniApp;

/// <summary>
/// What a <see cref="VkPaymentNotificationVerifier"/> is made from. It is read once: later changes have no effect on the verifier.
/// </summary>
public sealed class VkPaymentNotificationVerifierOptions : VkVerifierOptions<VkPaymentNotificationVerifierOptions>
{
    /// <summary>The <see cref="MaxBodyLength"/> where nothing else is said.</summary>
    public const int DefaultMaxBodyLength = 16_384;

    /// <summary>The longest body that is looked at, in bytes. A longer one is refused as malformed.</summary>
    /// <value>16,384. From 1 to 1,048,576.</value>
    public int MaxBodyLength { get; set; } = DefaultMaxBodyLength;

    /// <summary>The most parameters a body may hold, <c>sig</c> included. One with more is refused as malformed.</summary>
    /// <value>128. From 1 to 1,024.</value>
    public int MaxParameters { get; set; } = TokenLimits.DefaultMaxParameters;

    /// <inheritdoc/>
    public override string? FindFault() => base.FindFault() ?? TokenLimits.FindFault(MaxBodyLength, MaxParameters);
}
