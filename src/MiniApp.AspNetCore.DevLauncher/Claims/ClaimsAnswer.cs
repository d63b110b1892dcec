namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>What the scheme makes of a launch. Neither claims nor a failure: it looks for its token elsewhere than in the header.</summary>
/// <param name="Claims">The claims of an accepted launch.</param>
/// <param name="Failure">Why a launch was refused.</param>
internal sealed record ClaimsAnswer(IReadOnlyList<ClaimText>? Claims = null, string? Failure = null);
