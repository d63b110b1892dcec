namespace TelegramMiniApp;

/// <summary>
/// Why a sign-in by the Login Widget was refused. One that fails in several ways gets the first of them in the order of this list; the
/// proof is judged before the clock, because what is not proved says nothing about time.
/// </summary>
public enum TelegramLoginWidgetFailure
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>
    /// No query in any accepted spelling: broken percent-encoding or base64, bytes that are not UTF-8, a field without a name or without
    /// <c>=</c>, one whose name holds <c>=</c>, a field that is there twice, a line feed inside a field, an <c>auth_date</c> that is
    /// missing or is not a 64-bit integer in ASCII digits, more than 8,192 bytes, or more than 128 fields.
    /// </summary>
    Malformed,

    /// <summary><c>hash</c> is not there.</summary>
    MissingProof,

    /// <summary>
    /// <c>hash</c> is not right for any of the bots. That is so too where the query holds anything that Telegram did not put there.
    /// </summary>
    InvalidProof,

    /// <summary>The proof is right, and older than the lifetime.</summary>
    Expired,

    /// <summary>The proof is right, and dated further in the future than the clock skew allows.</summary>
    NotYetValid,

    /// <summary>All is right, but it names nobody: <c>id</c> is not there, or is no positive integer.</summary>
    NoUser,
}
