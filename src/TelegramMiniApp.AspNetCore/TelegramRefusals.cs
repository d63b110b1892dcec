using Microsoft.AspNetCore.Authentication;
using MiniApp;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>What a client and a log are told of each failure.</summary>
internal static class TelegramRefusals
{
    private static readonly AuthenticateResult[] Results = Refusals.Create<InitDataFailure>(Exception);

    public static AuthenticateResult Of(InitDataFailure failure) => Results[(int)failure];

    private static MiniAppException Exception(InitDataFailure failure) => failure switch
    {
        InitDataFailure.InvalidProof => new MiniAppInvalidSignatureException(failure, "The proof of the init data is invalid"),
        InitDataFailure.Expired => new MiniAppExpiredException(failure, "The init data has expired"),
        InitDataFailure.NotYetValid => new MiniAppNotYetValidException(failure, "The init data is dated in the future"),
        InitDataFailure.NoUser => new MiniAppNoUserException(failure, "The init data names no user"),
        _ => new MiniAppMalformedException(failure, "The init data is malformed or incomplete"),
    };
}
