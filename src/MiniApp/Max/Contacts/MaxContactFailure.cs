namespace MaxMiniApp;

/// <summary>
/// Why a contact was refused. One that fails in several ways gets the first of them in the order of this list; the proof is judged before
/// the clock, because what is not proved says nothing about time.
/// </summary>
public enum MaxContactFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>The id of the user whose phone number it has to be is not above 0: nobody is signed in.</summary>
    NoSignedInUser,

    /// <summary>The phone number, the card or <c>hash</c> is <see langword="null"/> or empty.</summary>
    MissingParameter,

    /// <summary>
    /// The phone number is anything but ASCII digits behind a <c>+</c> or none, or longer than
    /// <see cref="MaxContactVerifier.MaxPhoneLength"/>; <c>authDate</c> is negative; the card is none, is longer than
    /// <see cref="MaxContactVerifier.MaxCardLength"/>, or holds half of a surrogate pair.
    /// </summary>
    Malformed,

    /// <summary>
    /// <c>hash</c> is not right for any of the bots: something was changed, it is another user's, or another bot's. A card has to be
    /// hashed with the line ends that MAX sent, CR LF.
    /// </summary>
    InvalidProof,

    /// <summary>The proof is right, and older than the lifetime. A card never is: MAX signs no time with it.</summary>
    Expired,

    /// <summary>The proof is right, and dated further in the future than the clock skew allows.</summary>
    NotYetValid,

    /// <summary>
    /// The card is MAX's, but holds no phone number, or more than one, or none on a line of its own: a user's name may look like one.
    /// </summary>
    NoPhoneNumber,
}
