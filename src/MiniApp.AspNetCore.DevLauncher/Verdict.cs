namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>A launch whose claims the page wants to show.</summary>
/// <param name="Token">The token that a request would have.</param>
internal sealed record ClaimsRequest(string Token);

/// <summary>What the scheme makes of a launch. Neither claims nor a failure: it looks for its token elsewhere than in the header.</summary>
/// <param name="Claims">The claims of an accepted launch.</param>
/// <param name="Failure">Why a launch was refused.</param>
internal sealed record Verdict(IReadOnlyList<ClaimText>? Claims = null, string? Failure = null);

/// <summary>A claim.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value.</param>
internal sealed record ClaimText(string Type, string Value);
