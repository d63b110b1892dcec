using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>The proofs of all platforms.</summary>
internal static class AllProofs
{
    public static IReadOnlyList<Proof> List { get; } =
    [
        new VkContactProof(),
        new VkHashProof(),
        new TelegramContactProof(),
        new MaxContactProof(),
        new MaxCardProof(),
        new VkPaymentProof(),
        new TelegramWidgetProof(),
    ];

    /// <summary>The proofs of a kind and a platform, neither of which need be said; none for launches.</summary>
    public static IEnumerable<Proof> Find(ProofKind? kind, IPlatform? platform) => List.Where(proof =>
        (kind is null || proof.Kind == kind) && (platform is null || proof.Platform == platform));

    /// <summary>The first that what has these names may be; <see langword="null"/> where the names are a launch's, or nothing's.</summary>
    public static Proof? Guess(IEnumerable<Proof> proofs, IReadOnlySet<string> names) =>
        names.Any(name => name.StartsWith(VkMiniApp.VkLaunchParamNames.Prefix, StringComparison.Ordinal))
            ? null
            : proofs.FirstOrDefault(proof => proof.IsLike(names));
}
