namespace MiniApp;

/// <summary>
/// Why init data was refused. Init data that fails in several ways gets the first of them in the order of this list; the proof is judged
/// before the clock, because what unproved init data says about time means nothing.
/// </summary>
public enum InitDataFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>
    /// No init data in any accepted spelling: broken base64 or percent-encoding, bytes that are not UTF-8, a field without a name or
    /// without <c>=</c>, one whose name holds <c>=</c>, a field that is there twice, a line feed inside a field, an <c>auth_date</c> that
    /// is missing or is not a 64-bit integer in ASCII digits, an address without init data or with more than one, a token that is empty or
    /// too long, or too many fields.
    /// </summary>
    Malformed,

    /// <summary>
    /// The proof is not there: <c>hash</c>; in Telegram <c>signature</c> for a bot whose id alone is known, and either of them where
    /// both are demanded.
    /// </summary>
    MissingProof,

    /// <summary>The proof is not right for any of the bots.</summary>
    InvalidProof,

    /// <summary>
    /// The proof is right, and older than the lifetime. Opening the mini app anew brings fresh init data, but Telegram's desktop app may
    /// hand out what is up to a day old.
    /// </summary>
    Expired,

    /// <summary>The proof is right, and dated further in the future than the clock skew allows.</summary>
    NotYetValid,

    /// <summary>
    /// All is right, but it names nobody: there is no <c>user</c>, or it is no JSON object with a positive integer for an <c>id</c>.
    /// </summary>
    NoUser,
}
