using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>What a client and a log are told of each failure.</summary>
internal static class VkFailures
{
    public static readonly MiniAppFailures<VkLaunchFailure> All = new(failure => failure switch
    {
        VkLaunchFailure.UnknownApp => new VkLaunchUnknownAppException(),
        VkLaunchFailure.InvalidSignature => new MiniAppInvalidSignatureException(failure, "The signature of the launch parameters is invalid"),
        VkLaunchFailure.OdnoklassnikiNotAllowed => new VkLaunchOdnoklassnikiException(),
        VkLaunchFailure.Expired => new MiniAppExpiredException(failure, "The launch parameters have expired"),
        VkLaunchFailure.NotYetValid => new MiniAppNotYetValidException(failure, "The launch parameters are dated in the future"),
        VkLaunchFailure.NoUser => new MiniAppNoUserException(failure, "The launch parameters name no user"),
        _ => new MiniAppMalformedException(failure, "The launch parameters are malformed or incomplete"),
    });
}
