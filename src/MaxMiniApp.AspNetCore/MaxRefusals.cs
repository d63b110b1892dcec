using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>What a client and a log are told of each failure.</summary>
internal static class MaxRefusals
{
    private static readonly AuthenticateResult[] Results = Refusals.Create<MaxInitDataFailure>(Exception);

    public static AuthenticateResult Of(MaxInitDataFailure failure) => Results[(int)failure];

    private static MiniAppException Exception(MaxInitDataFailure failure) => failure switch
    {
        MaxInitDataFailure.InvalidProof => new MiniAppInvalidSignatureException(failure, "The proof of the init data is invalid"),
        MaxInitDataFailure.Expired => new MiniAppExpiredException(failure, "The init data has expired"),
        MaxInitDataFailure.NotYetValid => new MiniAppNotYetValidException(failure, "The init data is dated in the future"),
        MaxInitDataFailure.NoUser => new MiniAppNoUserException(failure, "The init data names no user"),
        _ => new MiniAppMalformedException(failure, "The init data is malformed or incomplete"),
    };
}
