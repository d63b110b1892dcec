namespace VkMiniApp.Benchmarks;

/// <summary>
/// Does work on two threads, the caller's and one that lives as long as the process. A barrier starts them together: what is measured
/// is their work, and not the making of a thread.
/// </summary>
internal static class TwoThreads
{
    /// <summary>Large beside what taking a portion costs, and small beside the whole.</summary>
    private const int Portion = 32;

    private static readonly Barrier Meeting = new(2);
    private static Action<int> _work = _ => { };
    private static int _left;

    static TwoThreads() => new Thread(Serve) { IsBackground = true }.Start();

    public static void Run(Action<int> work, int count)
    {
        (_work, _left) = (work, count);
        MeetAndWork();
    }

    private static void Serve()
    {
        while (true)
        {
            MeetAndWork();
        }
    }

    private static void MeetAndWork()
    {
        Meeting.SignalAndWait();
        WorkThroughPortions();
        Meeting.SignalAndWait();
    }

    // By portions and not by halves, as a server's threads take requests: a thread that is held up leaves more to the other.
    private static void WorkThroughPortions()
    {
        for (var left = TakePortion(); left > 0; left = TakePortion())
        {
            _work(Math.Min(left, Portion));
        }
    }

    /// <summary>What was left before the portion was taken.</summary>
    private static int TakePortion() => Interlocked.Add(ref _left, -Portion) + Portion;
}
