namespace MiniApp.AspNetCore;

/// <summary>The exceptions of sessions' tokens.</summary>
internal static class SessionFailures
{
    public static readonly MiniAppFailures<SessionFailure> All = new(failure => failure switch
    {
        SessionFailure.Malformed => new MiniAppMalformedException(failure, "The token is no session's"),
        SessionFailure.Expired => new MiniAppExpiredException(failure, "The session's token has expired"),
        _ => new MiniAppInvalidSignatureException(failure, "The session's token can't be read"),
    });
}
