namespace MiniApp.AspNetCore;

/// <summary>
/// How long revocations are remembered: as long as anything is still good that is dated before them, and an hour more, so that no two clocks
/// disagree about it.
/// </summary>
internal sealed class RevocationMemory(TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly long _steadyStart = clock.GetTimestamp();
    private long _steadyLast = clock.GetTimestamp();
    private long _longest = TimeSpan.TicksPerDay;

    /// <summary>What is dated before is refused for its age.</summary>
    public DateTimeOffset Since => Before(TimeSpan.Zero);

    /// <summary>Tells how old what somebody presents may be. It is never taken back: what was good may be good again.</summary>
    /// <param name="age">A day, unless somebody tells more.</param>
    public void Reach(TimeSpan age)
    {
        for (var known = Volatile.Read(ref _longest); known < age.Ticks;)
        {
            known = Interlocked.CompareExchange(ref _longest, age.Ticks, known) is var seen && seen == known ? age.Ticks : seen;
        }
    }

    /// <summary>Whether it is time to forget, which is so once an hour.</summary>
    /// <param name="before">What is dated before it can be forgotten.</param>
    public bool IsTimeToForget(out DateTimeOffset before)
    {
        before = Before(Margin);
        if (clock.GetElapsedTime(Volatile.Read(ref _steadyLast)) < Margin)
        {
            return false;
        }

        Volatile.Write(ref _steadyLast, clock.GetTimestamp());
        return true;
    }

    // A clock that is set ahead must not have everything forgotten: time goes on from the start no faster than it passes.
    private DateTimeOffset Before(TimeSpan margin)
    {
        var now = clock.GetUtcNow();
        var steady = _start + clock.GetElapsedTime(_steadyStart);
        var earlier = (now < steady ? now : steady).UtcTicks;
        var age = Volatile.Read(ref _longest);
        return new(age < earlier - margin.Ticks ? earlier - margin.Ticks - age : 0, TimeSpan.Zero);
    }
}
