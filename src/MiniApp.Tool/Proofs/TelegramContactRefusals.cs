using System.Collections.Frozen;
using MiniApp.Tool.Platforms;
using TelegramMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a contact is refused: every failure of Telegram's verifier.</summary>
internal static class TelegramContactRefusals
{
    private static readonly FrozenDictionary<TelegramContactFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(TelegramContactFailure.NoSignedInUser, RefusalKind.NotRead,
            "Nobody is signed in whose contact it could be.",
            "Take the user's id from verified init data, or from a session."),
        TokenRefusal.Explain(TelegramContactFailure.Malformed, RefusalKind.Malformed,
            "This is not the response to requestContact in any spelling that is accepted.",
            "Send the response's text as it came, and not what the page has taken apart."),
        TokenRefusal.Explain(TelegramContactFailure.MissingProof, RefusalKind.MissingProof,
            "The proof that it would be judged by is missing.",
            "Send the response's text as it came, and not what the page has taken apart."),
        TokenRefusal.Explain(TelegramContactFailure.InvalidProof, RefusalKind.WrongProof,
            "The proof is not that of these fields under this key: either the key is a different one, or the fields were changed.",
            "Check that the key is the bot's token from BotFather, and that of the very bot that the mini app belongs to."),
        TokenRefusal.Explain(TelegramContactFailure.Expired, RefusalKind.Time,
            "The proof is right, but the contact is too old.",
            "Let the page ask for the contact again."),
        TokenRefusal.Explain(TelegramContactFailure.NotYetValid, RefusalKind.Time,
            "The proof is right, but dated in the future.",
            "Set the clock of this machine."),
        TokenRefusal.Explain(TelegramContactFailure.NoContact, RefusalKind.User,
            "The proof is right, but of something else: there is no user's id and phone number in it.",
            "Send the response to requestContact, and not init data."),
        TokenRefusal.Explain(TelegramContactFailure.OtherUser, RefusalKind.User,
            "The proof is right, but it is the contact of another user than the one who is signed in.",
            "Refuse it: whoever has somebody's contact could send it as theirs."));

    public static TokenRefusal Of(TelegramContactFailure failure) => ByFailure[failure];
}
