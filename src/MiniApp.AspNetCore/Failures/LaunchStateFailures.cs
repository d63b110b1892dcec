namespace MiniApp.AspNetCore;

/// <summary>The exceptions of what happened since a launch was signed, which are the same on every platform.</summary>
internal static class LaunchStateFailures
{
    public static readonly MiniAppFailures<LaunchStateFailure> All = new(failure => failure switch
    {
        LaunchStateFailure.Replayed => new MiniAppReplayedException(failure, "The launch or refresh token was used before"),
        LaunchStateFailure.Revoked => new MiniAppRevokedException(failure, "The user was signed out"),
        LaunchStateFailure.Blocked => new MiniAppBlockedException(failure, "The user is blocked"),
        LaunchStateFailure.Forgotten => new MiniAppExpiredException(
            failure, "The launch or refresh token is older than the server's record of used ones"),
        LaunchStateFailure.SessionEnded => new MiniAppExpiredException(failure, "The session has ended"),
        _ => new MiniAppUnavailableException(failure, "Whether this is still valid can't be checked now: try again"),
    });
}
