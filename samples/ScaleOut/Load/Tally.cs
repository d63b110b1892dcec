namespace ScaleOut.Load;

/// <summary>What the users saw since it was made.</summary>
internal sealed class Tally
{
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private long _lastTrouble;
    private int _requests;
    private int _away;
    private int _renewed;
    private int _wrong;
    private int _refused;

    /// <summary>All requests.</summary>
    public int Requests => _requests;

    /// <summary>Answers of 502 to 504 and broken connections: the client asks again.</summary>
    public int Away => _away;

    /// <summary>Launches that were older than the memory of what was used: the page gets a new one, and its user sees nothing.</summary>
    public int Renewed => _renewed;

    /// <summary>What was let in and should not have been, or was taken for somebody else.</summary>
    public int Wrong => _wrong;

    /// <summary>Users who were refused and should not have been.</summary>
    public int RefusedWrongly => _refused;

    /// <summary>From the beginning to the last request that found nobody.</summary>
    public TimeSpan Recovery => _lastTrouble == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(_started, Interlocked.Read(ref _lastTrouble));

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountAway()
    {
        Interlocked.Increment(ref _away);
        Interlocked.Exchange(ref _lastTrouble, TimeProvider.System.GetTimestamp());
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
