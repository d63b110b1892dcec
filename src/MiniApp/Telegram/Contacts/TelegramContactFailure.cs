namespace TelegramMiniApp;

/// <summary>
/// Why a contact was refused. One that fails in several ways gets the first of them in the order of this list; the proof is judged before
/// the clock, because what is not proved says nothing about time.
/// </summary>
public enum TelegramContactFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>The id of the user whose contact it has to be is not above 0: nobody is signed in.</summary>
    NoSignedInUser,

    /// <summary>
    /// No response in any accepted spelling: broken percent-encoding or base64, bytes that are not UTF-8, a field without a name or without
    /// <c>=</c>, one whose name holds <c>=</c>, a field that is there twice, a line feed inside a field, an <c>auth_date</c> that is
    /// missing or is not a 64-bit integer in ASCII digits, more than 8,192 bytes, or more than 128 fields.
    /// </summary>
    Malformed,

    /// <summary><c>hash</c> is not there.</summary>
    MissingProof,

    /// <summary><c>hash</c> is not right for any of the bots.</summary>
    InvalidProof,

    /// <summary>The proof is right, and older than the lifetime.</summary>
    Expired,

    /// <summary>The proof is right, and dated further in the future than the clock skew allows.</summary>
    NotYetValid,

    /// <summary>
    /// The proof is right, but of something else, such as init data: there is no <c>contact</c>, or it is no JSON object with a
    /// <c>user_id</c> and a <c>phone_number</c>.
    /// </summary>
    NoContact,

    /// <summary>All is right, but it is the contact of another user than the one who is signed in.</summary>
    OtherUser,
}
