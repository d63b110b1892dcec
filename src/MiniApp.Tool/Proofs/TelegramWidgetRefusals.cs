using System.Collections.Frozen;
using MiniApp.Tool.Platforms;
using TelegramMiniApp;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a sign-in by the Login Widget is refused: every failure of the library's verifier.</summary>
internal static class TelegramWidgetRefusals
{
    private static readonly FrozenDictionary<TelegramLoginWidgetFailure, TokenRefusal> ByFailure = FrozenDictionary.Create(
        TokenRefusal.Explain(TelegramLoginWidgetFailure.Malformed, RefusalKind.Malformed,
            "This is not the widget's query in any spelling that is accepted.",
            "Verify the query as Telegram wrote it, or new URLSearchParams(user) of the object that the page got."),
        TokenRefusal.Explain(TelegramLoginWidgetFailure.MissingProof, RefusalKind.MissingProof,
            "The proof that it would be judged by is missing.",
            "Verify the query as Telegram wrote it, or new URLSearchParams(user) of the object that the page got."),
        TokenRefusal.Explain(TelegramLoginWidgetFailure.InvalidProof, RefusalKind.WrongProof,
            "The proof is not that of these fields under this key: either the key is a different one, or the fields were changed.",
            "Check that the key is the token of the widget's own bot, and that data-auth-url has no query of its own."),
        TokenRefusal.Explain(TelegramLoginWidgetFailure.Expired, RefusalKind.Time,
            "The proof is right, but the sign-in is too old.",
            "Let the user sign in again."),
        TokenRefusal.Explain(TelegramLoginWidgetFailure.NotYetValid, RefusalKind.Time,
            "The proof is right, but dated in the future.",
            "Set the clock of this machine."),
        TokenRefusal.Explain(TelegramLoginWidgetFailure.NoUser, RefusalKind.User,
            "The proof is right, but it names nobody: there is no id above 0.",
            "Refuse it: Telegram signs nobody in without an id."));

    public static TokenRefusal Of(TelegramLoginWidgetFailure failure) => ByFailure[failure];
}
