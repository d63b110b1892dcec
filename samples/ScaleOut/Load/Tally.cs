namespace ScaleOut.Load;

/// <summary>What the users saw since it was made.</summary>
internal sealed class Tally
{
    private long _lastTrouble;
    private long _longestEnd;
    private int _requests;
    private int _ends;
    private int _callsAway;
    private int _exchangesAway;
    private int _renewed;
    private int _wrong;
    private int _refused;

    /// <summary>What was away meanwhile.</summary>
    public Outage Outage { get; } = new();

    /// <summary>All requests.</summary>
    public int Requests => _requests;

    /// <summary>Calls with a launch or a session that were answered by 502 to 504, or not at all: the client asks again.</summary>
    public int CallsAway => _callsAway;

    /// <summary>The same of exchanges, refreshes, and the end of sessions.</summary>
    public int ExchangesAway => _exchangesAway;

    /// <summary>What was older than the memory of what was used: the page gets a new launch, and its user sees nothing.</summary>
    public int Renewed => _renewed;

    /// <summary>What was let in and should not have been, or was taken for somebody else.</summary>
    public int Wrong => _wrong;

    /// <summary>Users who were refused and should not have been.</summary>
    public int RefusedWrongly => _refused;

    /// <summary>When a request was last answered by nobody, or 0.</summary>
    public long LastTrouble => Interlocked.Read(ref _lastTrouble);

    /// <summary>The longest time from the answer to a log-out or a ban until all instances refused.</summary>
    public TimeSpan LongestEnd => TimeSpan.FromTicks(Interlocked.Read(ref _longestEnd));

    /// <summary>Log-outs and bans whose end was waited for.</summary>
    public int Ends => _ends;

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountAway(bool isExchange)
    {
        Interlocked.Increment(ref isExchange ? ref _exchangesAway : ref _callsAway);
        Interlocked.Exchange(ref _lastTrouble, TimeProvider.System.GetTimestamp());
    }

    public void NoteEnd(TimeSpan time)
    {
        Interlocked.Increment(ref _ends);
        for (var longest = _longestEnd; longest < time.Ticks;)
        {
            var found = Interlocked.CompareExchange(ref _longestEnd, time.Ticks, longest);
            longest = found == longest ? time.Ticks : found;
        }
    }

    public void CountRenewal() => Interlocked.Increment(ref _renewed);

    public void CountWrong(string what)
    {
        Interlocked.Increment(ref _wrong);
        Console.Error.WriteLine($"wrong: {what}");
    }

    public void CountRefusal(string what)
    {
        Interlocked.Increment(ref _refused);
        Console.Error.WriteLine($"refused wrongly: {what}");
    }
}
