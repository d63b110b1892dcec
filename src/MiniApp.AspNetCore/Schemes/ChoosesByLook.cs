namespace MiniApp.AspNetCore;

/// <summary>A policy scheme of ours, which goes by the look of a token and has no say about whose it may be.</summary>
/// <param name="Scheme">The scheme's name.</param>
internal sealed record ChoosesByLook(string Scheme);
