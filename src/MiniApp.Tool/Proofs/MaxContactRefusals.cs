using System.Collections.Frozen;
using MaxMiniApp;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a phone number or a card is refused: every failure of MAX's verifier.</summary>
internal static class MaxContactRefusals
{
    private static readonly FrozenDictionary<MaxContactFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(MaxContactFailure.NoSignedInUser, RefusalKind.NotRead,
            "Nobody is signed in whose phone number it could be.",
            "Take the user's id from verified init data, or from a session."),
        TokenRefusal.Explain(MaxContactFailure.MissingParameter, RefusalKind.MissingParameter,
            "Something is missing that every contact has.",
            "Send phone, authDate and hash as requestContact() gave them; of a card, vcf_info and hash."),
        TokenRefusal.Explain(MaxContactFailure.Malformed, RefusalKind.Malformed,
            "This is no contact in any spelling that is accepted.",
            "Send phone, authDate and hash as requestContact() gave them; of a card, vcf_info and hash."),
        TokenRefusal.Explain(MaxContactFailure.InvalidProof, RefusalKind.WrongProof,
            "The proof is not right under this key: either the key is a different one, or something was changed, "
                + "or it is another user's.",
            "Check that the key is the bot's token, and the user the one who is signed in. "
                + "A card has to keep its line ends, CR LF."),
        TokenRefusal.Explain(MaxContactFailure.Expired, RefusalKind.Time,
            "The proof is right, but the contact is too old.",
            "Let the page ask for the phone number again."),
        TokenRefusal.Explain(MaxContactFailure.NotYetValid, RefusalKind.Time,
            "The proof is right, but dated in the future.",
            "Set the clock of this machine."),
        TokenRefusal.Explain(MaxContactFailure.NoPhoneNumber, RefusalKind.User,
            "The card is MAX's, but holds no phone number, or more than one.",
            "Ask the user for a code instead."));

    public static TokenRefusal Of(MaxContactFailure failure) => ByFailure[failure];
}
