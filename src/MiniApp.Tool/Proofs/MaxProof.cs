using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>A phone number that MAX proves with a bot's token.</summary>
internal abstract class MaxProof(ProofKind kind, string title, TokenFormat format) : Proof(kind, AllPlatforms.Max, title, format)
{
    protected const string Hash = "hash";

    protected static MaxMiniAppOptions OptionsOf(IScheme scheme) => (MaxMiniAppOptions)scheme.Options;

    /// <summary>Signs for the first bot: nothing tells MAX's bots apart.</summary>
    protected static MaxContactSigner CreateSigner(ProofContext context) =>
        new(OptionsOf(context.Scheme).Bots[0][0]);
}
