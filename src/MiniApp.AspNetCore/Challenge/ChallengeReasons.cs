namespace MiniApp.AspNetCore;

/// <summary>
/// What a challenge says in its parameter <c>reason</c>, and the body of a problem in the member of that name: only what a page can act on,
/// in words that never change. The sentence beside it, <c>error_description</c>, is for people and may be reworded.
/// </summary>
public static class ChallengeReasons
{
    /// <summary>The launch is older than the lifetime that the scheme is set to. A fresh one from the platform is accepted: <c>expired</c>.</summary>
    public const string Expired = "expired";

    /// <summary>
    /// The launch is good, but older than this endpoint allows, which <c>max_age</c> says in seconds. A fresh one from the platform is
    /// accepted: <c>stale</c>. The error is <c>insufficient_user_authentication</c> (RFC 9470, section 3). Without <c>max_age</c>, the user came
    /// with a session where a launch is asked for.
    /// </summary>
    public const string Stale = "stale";

    /// <summary>The launch, or the refresh token, was used before: <c>replayed</c>. A fresh launch is accepted.</summary>
    public const string Replayed = "replayed";

    /// <summary>The user was signed out since, or everybody was: <c>revoked</c>. A fresh launch is accepted.</summary>
    public const string Revoked = "revoked";

    /// <summary>The user is kept out: <c>banned</c>. No fresh launch helps.</summary>
    public const string Banned = "banned";
}
