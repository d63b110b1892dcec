namespace VkMiniApp;

/// <summary>
/// Why a phone number or an e-mail address was refused. One that fails in several ways gets the first of them in the order of this list.
/// </summary>
public enum VkContactFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>
    /// There is no launch to take the app and the user from, or not one that a <see cref="VkLaunchParamsVerifier"/> accepted.
    /// </summary>
    UnverifiedLaunch,

    /// <summary>
    /// The launch is one inside Odnoklassniki. It is not settled which key VK signs with there, or whose id it signs, so nothing
    /// can be verified.
    /// </summary>
    OdnoklassnikiNotSupported,

    /// <summary>The launch is of an app that the verifier doesn't know.</summary>
    UnknownApp,

    /// <summary>The value or <c>sign</c> is <see langword="null"/> or empty.</summary>
    MissingParameter,

    /// <summary>The value is longer than <see cref="VkContactVerifier.MaxValueLength"/> or holds half of a surrogate pair.</summary>
    Malformed,

    /// <summary><c>sign</c> is not the signature of this value for the launch's user under any key of the app.</summary>
    InvalidSignature,
}
