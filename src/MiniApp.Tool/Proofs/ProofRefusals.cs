using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>Why a proof is refused before any verifier sees it: a back end could not tell what to give to one.</summary>
internal static class ProofRefusals
{
    public static TokenRefusal Duplicate { get; } = new(
        "duplicate_parameter",
        RefusalKind.DuplicateParameter,
        "A field is there twice, and back ends differ in which of them they read.",
        "Send what the platform gave, once.");
}
