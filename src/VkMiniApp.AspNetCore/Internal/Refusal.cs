using Microsoft.AspNetCore.Authentication;

namespace VkMiniApp.AspNetCore;

/// <summary>
/// One result for each failure, made once. Whoever sends garbage gets it without an allocation; and as the framework's metrics tell
/// failures apart by the type of the exception, each class of reason has its own.
/// </summary>
internal static class Refusal
{
    private static readonly AuthenticateResult[] Results =
        [.. Enum.GetValues<VkLaunchFailure>().Select(failure => AuthenticateResult.Fail(Exception(failure)))];

    public static AuthenticateResult Of(VkLaunchFailure failure) => Results[(int)failure];

    private static VkLaunchException Exception(VkLaunchFailure failure) => failure switch
    {
        VkLaunchFailure.UnknownApp => new VkLaunchUnknownAppException(),
        VkLaunchFailure.InvalidSignature => new VkLaunchInvalidSignatureException(),
        VkLaunchFailure.OdnoklassnikiNotAllowed => new VkLaunchOdnoklassnikiException(),
        VkLaunchFailure.Expired => new VkLaunchExpiredException(),
        VkLaunchFailure.NotYetValid => new VkLaunchNotYetValidException(),
        VkLaunchFailure.NoUser => new VkLaunchNoUserException(),
        _ => new VkLaunchMalformedException(failure),
    };
}
