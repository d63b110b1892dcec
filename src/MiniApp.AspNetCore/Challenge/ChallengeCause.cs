namespace MiniApp.AspNetCore;

/// <summary>
/// Among a request's features: what its challenge is to say, where the token is genuine and what happened since it was signed is at fault.
/// </summary>
/// <param name="Failure">Why the request is refused, where its launch is at fault.</param>
/// <param name="Error">The error code of RFC 6750 or RFC 9470.</param>
/// <param name="Description">The error in words for people.</param>
/// <param name="Reason">One of <see cref="ChallengeReasons"/>.</param>
internal sealed record ChallengeCause(MiniAppException? Failure, string Error, string Description, string? Reason)
{
    /// <summary>The user was signed in by something else where a launch is asked for, such as a session.</summary>
    public static readonly ChallengeCause NoLaunch =
        new(null, "insufficient_user_authentication", "A launch is required: no session or other sign-in will do", ChallengeReasons.Stale);

    public static ChallengeCause Of(MiniAppException failure) =>
        new(failure, "invalid_token", failure.Message, RefusalReason.Of(failure));
}
