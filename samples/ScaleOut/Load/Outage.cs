namespace ScaleOut.Load;

/// <summary>From when to when something was away.</summary>
internal sealed class Outage
{
    private long _begin;
    private long _end;

    /// <summary>How long it was; <see langword="null"/> where nothing was.</summary>
    public TimeSpan? Away => _begin == 0 || _end == 0 ? null : TimeProvider.System.GetElapsedTime(_begin, _end);

    public void Begin() => _begin = TimeProvider.System.GetTimestamp();

    public void End() => _end = TimeProvider.System.GetTimestamp();

    /// <summary>How long after the beginning there was trouble.</summary>
    /// <param name="lastTrouble">The last of it, or 0.</param>
    public TimeSpan? AfterKill(long lastTrouble) => Since(_begin, lastTrouble);

    /// <summary>How long after the end there was still trouble.</summary>
    /// <param name="lastTrouble">The last of it, or 0.</param>
    public TimeSpan? AfterReturn(long lastTrouble) => Since(_end, lastTrouble);

    private static TimeSpan? Since(long start, long lastTrouble) =>
        start == 0 ? null : lastTrouble <= start ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(start, lastTrouble);
}
