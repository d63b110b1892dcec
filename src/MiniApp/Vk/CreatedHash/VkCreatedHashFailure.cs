namespace VkMiniApp;

/// <summary>
/// Why a hash of <c>VKWebAppCreateHash</c> was refused. One that fails in several ways gets the first of them in the order of this
/// list; the signature is judged before the clock, because what is not signed says nothing about time.
/// </summary>
public enum VkCreatedHashFailure
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

    /// <summary><c>sign</c> is <see langword="null"/> or empty.</summary>
    MissingParameter,

    /// <summary><c>ts</c> is negative, or the request id is too long or holds half of a surrogate pair.</summary>
    Malformed,

    /// <summary>
    /// The request id is <see langword="null"/>, empty, or holds a tilde (<c>~</c>): what VK signs then is not settled. Let the page
    /// pass a <c>payload</c>, and one without a tilde; or set <see cref="VkCreatedHashVerifierOptions.AllowEmptyRequestId"/>.
    /// </summary>
    UnsettledRequestId,

    /// <summary><c>sign</c> is not the signature of this request for the launch's user under any key of the app.</summary>
    InvalidSignature,

    /// <summary>The signature is right, and older than <see cref="VkCreatedHashVerifierOptions.Lifetime"/>.</summary>
    Expired,

    /// <summary>
    /// The signature is right, and dated further in the future than <see cref="VkCreatedHashVerifierOptions.ClockSkew"/> allows.
    /// </summary>
    NotYetValid,
}
