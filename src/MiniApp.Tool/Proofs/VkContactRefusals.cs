using System.Collections.Frozen;
using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a phone number or an e-mail address is refused: every failure of VK's verifier.</summary>
internal static class VkContactRefusals
{
    private static readonly FrozenDictionary<VkContactFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(VkContactFailure.UnverifiedLaunch, RefusalKind.NotRead,
            "There is no verified launch to take the app and the user from.",
            "Require the launch's scheme for the endpoint."),
        TokenRefusal.Explain(VkContactFailure.OdnoklassnikiNotSupported, RefusalKind.NotRead,
            "The launch is one inside Odnoklassniki, where it is not settled what VK signs.",
            "Ask such visitors for a code instead."),
        TokenRefusal.Explain(VkContactFailure.UnknownApp, RefusalKind.OtherApp,
            "The contact is for another app.",
            "Check the app id that it was verified with: AppId and Apps in the settings, or --app-id."),
        TokenRefusal.Explain(VkContactFailure.MissingParameter, RefusalKind.MissingParameter,
            "The value or its signature is missing.",
            "Send phone_number or email, and sign, as the bridge gave them."),
        TokenRefusal.Explain(VkContactFailure.Malformed, RefusalKind.Malformed,
            "This is no contact in any spelling that is accepted.",
            "Send phone_number or email, and sign, as the bridge gave them."),
        TokenRefusal.Explain(VkContactFailure.InvalidSignature, RefusalKind.WrongProof,
            "The signature is not that of this value for this user under this key: either the key is a different one, "
                + "or the value was changed, or it is another user's.",
            "Check that the value is spelled as the bridge gave it, that the user is the one who is signed in, "
                + "and that the key is the app's protected key."));

    public static TokenRefusal Of(VkContactFailure failure) => ByFailure[failure];
}
