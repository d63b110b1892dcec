using System.Collections.Frozen;
using VkMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>Why launch parameters are refused: every failure of VK's verifier.</summary>
internal static class VkRefusals
{
    private const string SendTheQuery =
        "Send location.search as the page has it. It is empty where the page was not opened from VK.";

    private static readonly FrozenDictionary<VkLaunchFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(VkLaunchFailure.Malformed, RefusalKind.Malformed,
            "These are not launch parameters in any spelling that is accepted.",
            SendTheQuery),
        TokenRefusal.Explain(VkLaunchFailure.DuplicateParameter, RefusalKind.DuplicateParameter,
            "A signed parameter, or sign, is there twice. VK never sends one twice.",
            SendTheQuery),
        TokenRefusal.Explain(VkLaunchFailure.MissingParameter, RefusalKind.MissingParameter,
            "A parameter is missing that every launch has.",
            SendTheQuery),
        TokenRefusal.Explain(VkLaunchFailure.UnknownApp, RefusalKind.OtherApp,
            "The launch is for another app.",
            "Check the app id that it was verified with: AppId and Apps in the settings, or --app-id."),
        TokenRefusal.Explain(VkLaunchFailure.InvalidSignature, RefusalKind.WrongProof,
            "The signature is not that of these parameters under this key: "
                + "either the key is a different one, or the parameters were changed.",
            "Check that the key is the app's protected key, not its service token, and that of this very app. "
                + "Then check that nothing between the page and here changes the query."),
        TokenRefusal.Explain(VkLaunchFailure.OdnoklassnikiNotAllowed, RefusalKind.User,
            "The signature is right, and the launch is one inside Odnoklassniki, whose user ids are separate from VK's.",
            "Such launches are accepted only with AllowOdnoklassniki, which the settings do not have."),
        TokenRefusal.Explain(VkLaunchFailure.Expired, RefusalKind.Time,
            "The signature is right, but the launch is too old.",
            "Ask VK for fresh parameters on the page, with VKWebAppGetLaunchParams, and repeat the request."),
        TokenRefusal.Explain(VkLaunchFailure.NotYetValid, RefusalKind.Time,
            "The signature is right, but dated in the future.",
            "Set the clock of this machine."),
        TokenRefusal.Explain(VkLaunchFailure.NoUser, RefusalKind.User,
            "The signature is right, but nobody is signed in: the user's id is 0.",
            "Let such visitors use what needs no sign-in."));

    public static TokenRefusal Of(VkLaunchFailure failure) => ByFailure[failure];
}
