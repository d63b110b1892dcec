using System.Collections.Frozen;
using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a request's hash is refused: every failure of the library's verifier.</summary>
internal static class VkHashRefusals
{
    private static readonly FrozenDictionary<VkCreatedHashFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(VkCreatedHashFailure.UnverifiedLaunch, RefusalKind.NotRead,
            "There is no verified launch to take the app and the user from.",
            "Require the launch's scheme for the endpoint."),
        TokenRefusal.Explain(VkCreatedHashFailure.OdnoklassnikiNotSupported, RefusalKind.NotRead,
            "The launch is one inside Odnoklassniki, where it is not settled what VK signs.",
            "Let such visitors use what needs no hash."),
        TokenRefusal.Explain(VkCreatedHashFailure.UnknownApp, RefusalKind.OtherApp,
            "The hash is for another app.",
            "Check the app id that it was verified with: AppId and Apps in the settings, or --app-id."),
        TokenRefusal.Explain(VkCreatedHashFailure.MissingParameter, RefusalKind.MissingParameter,
            "Something is missing that every hash has.",
            "Send sign and ts as VKWebAppCreateHash gave them."),
        TokenRefusal.Explain(VkCreatedHashFailure.Malformed, RefusalKind.Malformed,
            "This is no hash in any spelling that is accepted.",
            "Send sign and ts as VKWebAppCreateHash gave them."),
        TokenRefusal.Explain(VkCreatedHashFailure.UnsettledRequestId, RefusalKind.Malformed,
            "The request id is empty or holds a tilde, and what VK signs then is not settled.",
            "Let the page pass another payload, or set AllowEmptyRequestId for one without."),
        TokenRefusal.Explain(VkCreatedHashFailure.InvalidSignature, RefusalKind.WrongProof,
            "The signature is not that of this request for this user under this key: either the key is a different one, "
                + "or the request id, the time or the user is.",
            "Check that the request id is the payload to the letter, that the user is the one who is signed in, "
                + "and that the key is the app's protected key."),
        TokenRefusal.Explain(VkCreatedHashFailure.Expired, RefusalKind.Time,
            "The signature is right, but the hash is too old.",
            "Let the page ask for a fresh hash, with VKWebAppCreateHash, and repeat the request."),
        TokenRefusal.Explain(VkCreatedHashFailure.NotYetValid, RefusalKind.Time,
            "The signature is right, but dated in the future.",
            "Set the clock of this machine."));

    public static TokenRefusal Of(VkCreatedHashFailure failure) => ByFailure[failure];
}
