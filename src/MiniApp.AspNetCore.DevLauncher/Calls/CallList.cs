namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The calls since the page last asked.</summary>
/// <param name="Last">The number of the newest call of all: what to ask with next.</param>
/// <param name="Calls">The calls, the oldest first.</param>
internal sealed record CallList(long Last, IReadOnlyList<Call> Calls);
