using System.Collections.Frozen;

namespace MiniApp.Tool.Platforms;

/// <summary>Why init data is refused, in plain words. Telegram and MAX name their refusals alike.</summary>
internal sealed class InitDataExplanations(string title, string script, string keyOrigin)
{
    private readonly FrozenDictionary<string, Explanation> _explanations = new Dictionary<string, Explanation>(StringComparer.Ordinal)
    {
        ["malformed"] = new(
            "This is no init data in any spelling that is accepted.",
            $"Send {script}.initData as the page has it. It is empty where {title} tells nothing of the user."),
        ["missing_proof"] = new(
            "The proof is missing that it would be judged by.",
            $"Send {script}.initData as the page has it, and not initDataUnsafe."),
        ["invalid_proof"] = new(
            "The proof is not the one of these fields under this key: either the key is another, or the fields were changed.",
            $"Check that the key is {keyOrigin}, and of the very bot that the mini app belongs to. "
                + "Then check that nothing between the page and here changes the init data."),
        ["expired"] = new("The proof is right, but the init data is too old.", "Let the user open the mini app anew."),
        ["not_yet_valid"] = new("The proof is right, but dated in the future.", "Set the clock of this machine."),
        ["no_user"] = new(
            "The proof is right, but it names nobody: there is no user with an id above 0.",
            "Let such visitors use what needs no sign-in."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public Explanation Of(string reason) => _explanations[reason];
}
