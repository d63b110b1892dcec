using System.Collections.Frozen;
using VkMiniApp;

namespace MiniApp.Tool.Platforms;

/// <summary>Why launch parameters are refused, in plain words.</summary>
internal static class VkExplanations
{
    private const string SendTheQuery = "Send location.search as the page has it. It is empty where the page was not opened from VK.";

    private static readonly FrozenDictionary<string, Explanation> Explanations = new Dictionary<VkLaunchFailure, Explanation>
    {
        [VkLaunchFailure.Malformed] = new("These are no launch parameters in any spelling that is accepted.", SendTheQuery),
        [VkLaunchFailure.DuplicateParameter] = new("A signed parameter, or sign, is there twice. VK never sends one twice.", SendTheQuery),
        [VkLaunchFailure.MissingParameter] = new("A parameter is missing that every launch has.", SendTheQuery),
        [VkLaunchFailure.UnknownApp] = new(
            "The launch is one of another app.",
            "Check the app id that it was judged by: --app-id, the environment or the user secrets."),
        [VkLaunchFailure.InvalidSignature] = new(
            "The signature is not the one of these parameters under this key: either the key is another, or the parameters were changed.",
            "Check that the key is the app's protected key, not its service token, and the one of this very app. "
                + "Then check that nothing between the page and here changes the query."),
        [VkLaunchFailure.OdnoklassnikiNotAllowed] = new(
            "The signature is right, and the launch is one inside Odnoklassniki, whose users have numbers of their own.",
            "A back end accepts such launches only with AllowOdnoklassniki; this tool never does."),
        [VkLaunchFailure.Expired] = new(
            "The signature is right, but the launch is too old.",
            "Ask VK for fresh parameters on the page, with VKWebAppGetLaunchParams, and repeat the request."),
        [VkLaunchFailure.NotYetValid] = new("The signature is right, but dated in the future.", "Set the clock of this machine."),
        [VkLaunchFailure.NoUser] = new(
            "The signature is right, but nobody is signed in: the user's id is 0.",
            "Let such visitors use what needs no sign-in."),
    }.ToFrozenDictionary(explanation => Verdict.ReasonOf(explanation.Key), explanation => explanation.Value, StringComparer.Ordinal);

    public static Explanation Of(string reason) => Explanations[reason];
}
