namespace VkMiniApp;

/// <summary>
/// Why launch parameters were refused. A token that fails in several ways gets the first of them in the order of this list; the
/// signature is judged before the clock, because what an unsigned string says about time means nothing.
/// </summary>
public enum VkLaunchFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>
    /// Not a query in any accepted spelling: broken base64 or percent-encoding, bytes that are not UTF-8, an id or a time that is not
    /// a 64-bit integer in ASCII digits, a token that is too long, or too many parameters.
    /// </summary>
    Malformed,

    /// <summary>A signed parameter, or <c>sign</c> itself, stands in the query twice, with the same value or with another.</summary>
    DuplicateParameter,

    /// <summary>
    /// <c>sign</c>, <c>vk_app_id</c>, <c>vk_user_id</c> or <c>vk_ts</c> is not there; inside Odnoklassniki, <c>vk_ok_user_id</c> in the place of
    /// <c>vk_user_id</c>.
    /// </summary>
    MissingParameter,

    /// <summary><c>vk_app_id</c> is none of the apps that the verifier knows.</summary>
    UnknownApp,

    /// <summary><c>sign</c> is not the signature of the parameters under any key of the app.</summary>
    InvalidSignature,

    /// <summary>The signature is right, but the launch is one inside Odnoklassniki, which the options do not allow.</summary>
    OdnoklassnikiNotAllowed,

    /// <summary>The signature is right, and older than the lifetime. The page can ask VK for a fresh one.</summary>
    Expired,

    /// <summary>The signature is right, and dated further in the future than the clock skew allows.</summary>
    NotYetValid,

    /// <summary>All is right, but nobody is signed in: the user's id is 0.</summary>
    NoUser,
}
