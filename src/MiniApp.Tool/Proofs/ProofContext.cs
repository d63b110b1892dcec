using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Proofs;

/// <summary>What proofs are signed and judged with.</summary>
/// <param name="Scheme">The platform's scheme, with its keys.</param>
/// <param name="Settings">The settings that it was made of.</param>
/// <param name="Clock">The clock.</param>
internal sealed record ProofContext(IScheme Scheme, SchemeSettings Settings, TimeProvider Clock)
{
    /// <summary>The Unix time of so long ago.</summary>
    public long SecondsAgo(TimeSpan age) => Math.Max((Clock.GetUtcNow() - age).ToUnixTimeSeconds(), 0);
}
