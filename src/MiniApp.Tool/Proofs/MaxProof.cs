using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>A phone number that MAX proves with a bot's token.</summary>
internal abstract class MaxProof(ProofKind kind, string title, TokenFormat format) : Proof(kind, AllPlatforms.Max, title, format)
{
    protected const string Hash = "hash";

    protected static MaxContactVerifier CreateVerifier(ProofContext context, TimeSpan? lifetime)
    {
        var options = new MaxContactVerifierOptions
        {
            Lifetime = lifetime ?? TimedVerifierOptions.DefaultLifetime,
            ClockSkew = context.Scheme.Options.ClockSkew,
            TimeProvider = context.Clock,
        };
        foreach (var tokens in ((MaxMiniAppOptions)context.Scheme.Options).Bots)
        {
            options.AddBot(tokens[0], [.. tokens.Skip(1)]);
        }

        return new MaxContactVerifier(options);
    }

    /// <summary>Signs for the first bot: nothing tells MAX's bots apart.</summary>
    protected static MaxContactSigner CreateSigner(ProofContext context) =>
        new(((MaxMiniAppOptions)context.Scheme.Options).Bots[0][0]);
}
