using System.Collections.Frozen;

namespace MiniApp.Tool.Platforms;

/// <summary>Why init data is refused: every failure of Telegram's verifier and of MAX's, in the platform's own words.</summary>
/// <param name="title">The platform's name in a sentence.</param>
/// <param name="script">The object of the platform's script that has the init data.</param>
/// <param name="keyOrigin">The right key, and where to find it.</param>
internal sealed class InitDataRefusals(string title, string script, string keyOrigin)
{
    private readonly FrozenDictionary<InitDataFailure, TokenRefusal> _refusals = FrozenDictionary.Create(
        TokenRefusal.Explain(InitDataFailure.Malformed, RefusalKind.Malformed,
            "This is not init data in any spelling that is accepted.",
            $"Send {script}.initData as the page has it. It is empty where {title} says nothing about the user."),
        TokenRefusal.Explain(InitDataFailure.MissingProof, RefusalKind.MissingProof,
            "The proof that it would be judged by is missing.",
            $"Send {script}.initData as the page has it, and not initDataUnsafe."),
        TokenRefusal.Explain(InitDataFailure.InvalidProof, RefusalKind.WrongProof,
            "The proof is not that of these fields under this key: either the key is a different one, or the fields were changed.",
            $"Check that the key is {keyOrigin}, and that of the very bot that the mini app belongs to. "
                + "Then check that nothing between the page and here changes the init data."),
        TokenRefusal.Explain(InitDataFailure.Expired, RefusalKind.Time,
            "The proof is right, but the init data is too old.",
            "Let the user open the mini app again."),
        TokenRefusal.Explain(InitDataFailure.NotYetValid, RefusalKind.Time,
            "The proof is right, but dated in the future.",
            "Set the clock of this machine."),
        TokenRefusal.Explain(InitDataFailure.NoUser, RefusalKind.User,
            "The proof is right, but it names nobody: there is no user with an id above 0.",
            "Let such visitors use what needs no sign-in."));

    public TokenRefusal Of(InitDataFailure failure) => _refusals[failure];
}
