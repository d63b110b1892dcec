namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>The calls since the page last asked.</summary>
/// <param name="Last">The number of the newest call of all: what to ask with next.</param>
/// <param name="Calls">The calls, the oldest first.</param>
internal sealed record CallList(long Last, IReadOnlyList<Call> Calls)
{
    /// <summary>The time of now by the scheme's clock, in Unix milliseconds: the page counts down by it.</summary>
    public long Now { get; init; }
}
