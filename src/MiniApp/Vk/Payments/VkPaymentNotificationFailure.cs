namespace VkMiniApp;

/// <summary>
/// Why a payment notification was refused. One that fails in several ways gets the first of them in the order of this list.
/// </summary>
public enum VkPaymentNotificationFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>
    /// Not a form: broken percent-encoding, bytes that are not UTF-8, a name that is empty or holds <c>=</c>, an <c>app_id</c> that is
    /// not a 64-bit integer in ASCII digits, a body that is too long, or too many parameters.
    /// </summary>
    Malformed,

    /// <summary>A parameter stands in the body twice, with the same value or with another.</summary>
    DuplicateParameter,

    /// <summary><c>sig</c>, <c>app_id</c> or <c>notification_type</c> is not there, or the last is empty.</summary>
    MissingParameter,

    /// <summary>
    /// The parameters, joined as VK signs them, hold <c>notification_type=</c> more than once. VK puts nothing between parameters, so
    /// that the signature would be right for another notification as well.
    /// </summary>
    AmbiguousParameters,

    /// <summary><c>app_id</c> is none of the apps that the verifier knows.</summary>
    UnknownApp,

    /// <summary>
    /// <c>sig</c> is not the signature of the parameters under any key of the app. VK expects the error
    /// <see cref="VkPaymentNotificationVerifier.InvalidSignatureErrorCode"/> in the answer.
    /// </summary>
    InvalidSignature,
}
