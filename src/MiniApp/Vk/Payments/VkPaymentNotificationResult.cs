using System.Diagnostics.CodeAnalysis;

namespace VkMiniApp;

/// <summary>
/// The answer of <see cref="VkPaymentNotificationVerifier"/>: either a notification that can be trusted, or why there is none.
/// </summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Answers are read, not compared.")]
public readonly struct VkPaymentNotificationResult
{
    internal VkPaymentNotificationResult(VkPaymentNotification notification) => Notification = notification;

    internal VkPaymentNotificationResult(VkPaymentNotificationFailure failure) => Failure = failure;

    /// <summary>Whether VK signed this notification for one of our apps, at some time.</summary>
    [MemberNotNullWhen(true, nameof(Notification))]
    public bool Succeeded => Notification is not null;

    /// <summary>The verified notification; <see langword="null"/> where it was refused.</summary>
    public VkPaymentNotification? Notification { get; }

    /// <summary>Why it was refused; <see cref="VkPaymentNotificationFailure.None"/> where it was not.</summary>
    public VkPaymentNotificationFailure Failure { get; }
}
