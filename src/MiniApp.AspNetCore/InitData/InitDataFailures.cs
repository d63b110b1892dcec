namespace MiniApp.AspNetCore;

/// <summary>What a client and a log are told of each failure of init data.</summary>
internal static class InitDataFailures
{
    public static readonly MiniAppFailures<InitDataFailure> All = new(failure => failure switch
    {
        InitDataFailure.InvalidProof => new MiniAppInvalidSignatureException(failure, "The proof of the init data is invalid"),
        InitDataFailure.Expired => new MiniAppExpiredException(failure, "The init data has expired"),
        InitDataFailure.NotYetValid => new MiniAppNotYetValidException(failure, "The init data is dated in the future"),
        InitDataFailure.NoUser => new MiniAppNoUserException(failure, "The init data names no user"),
        _ => new MiniAppMalformedException(failure, "The init data is malformed or incomplete"),
    });
}
