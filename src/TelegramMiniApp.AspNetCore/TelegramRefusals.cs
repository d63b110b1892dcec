using Microsoft.AspNetCore.Authentication;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>What a client and a log are told of each failure.</summary>
internal static class TelegramRefusals
{
    private static readonly AuthenticateResult[] Results = Refusals.Create<TelegramInitDataFailure>(Exception);

    public static AuthenticateResult Of(TelegramInitDataFailure failure) => Results[(int)failure];

    private static MiniAppException Exception(TelegramInitDataFailure failure) => failure switch
    {
        TelegramInitDataFailure.InvalidProof => new MiniAppInvalidSignatureException(failure, "The proof of the init data is invalid"),
        TelegramInitDataFailure.Expired => new MiniAppExpiredException(failure, "The init data has expired"),
        TelegramInitDataFailure.NotYetValid => new MiniAppNotYetValidException(failure, "The init data is dated in the future"),
        TelegramInitDataFailure.NoUser => new MiniAppNoUserException(failure, "The init data names no user"),
        _ => new MiniAppMalformedException(failure, "The init data is malformed or incomplete"),
    };
}
