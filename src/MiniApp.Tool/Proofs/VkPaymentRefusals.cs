using System.Collections.Frozen;
using MiniApp.Tool.Platforms;
using VkMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a payment notification is refused: every failure of the library's verifier.</summary>
internal static class VkPaymentRefusals
{
    private static readonly FrozenDictionary<VkPaymentNotificationFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(VkPaymentNotificationFailure.Malformed, RefusalKind.Malformed,
            "This is not the form that VK's server posts.",
            "Verify the body as it came, before any binder reads it."),
        TokenRefusal.Explain(VkPaymentNotificationFailure.DuplicateParameter, RefusalKind.DuplicateParameter,
            "A parameter is there twice. VK never sends one twice.",
            "Answer 400, and deliver nothing."),
        TokenRefusal.Explain(VkPaymentNotificationFailure.MissingParameter, RefusalKind.MissingParameter,
            "A parameter is missing that every notification has.",
            "Verify the body as it came, before any binder reads it."),
        TokenRefusal.Explain(VkPaymentNotificationFailure.AmbiguousParameters, RefusalKind.Malformed,
            "Its parameters hold notification_type= more than once, so that another notification would have the same signature.",
            "Answer 400, and deliver nothing: sell no item of such a name."),
        TokenRefusal.Explain(VkPaymentNotificationFailure.UnknownApp, RefusalKind.OtherApp,
            "The notification is for another app.",
            "Check the app id that it was verified with: AppId and Apps in the settings, or --app-id."),
        TokenRefusal.Explain(VkPaymentNotificationFailure.InvalidSignature, RefusalKind.WrongProof,
            "The signature is not that of these parameters under this key: "
                + "either the key is a different one, or the parameters were changed.",
            "Answer VK's error 10, and deliver nothing. Check that the key is the app's protected key."));

    public static TokenRefusal Of(VkPaymentNotificationFailure failure) => ByFailure[failure];
}
