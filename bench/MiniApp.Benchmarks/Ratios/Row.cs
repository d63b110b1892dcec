using System.Diagnostics;

namespace VkMiniApp.Benchmarks;

/// <summary>One row of a table: a piece of work, and what was measured of it in every round.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="work">Does the work as many times as it is told.</param>
/// <param name="baseline">The row that this one is compared with; itself where there is none.</param>
/// <param name="aim">What is asked of it, in words.</param>
internal sealed class Row(string name, Action<int> work, Row? baseline = null, string aim = "")
{
    private readonly List<double> _nanoseconds = [];
    private int _callsASlice;
    private long _calls;
    private long _bytes;

    public string Name => name;

    public string Aim => aim;

    /// <summary>Nanoseconds a call in each round.</summary>
    public IReadOnlyList<double> Nanoseconds => _nanoseconds;

    /// <summary>The row's time over the baseline's of the same round.</summary>
    public Spread Ratio => Spread.Of(_nanoseconds.Zip((baseline ?? this)._nanoseconds, (own, other) => own / other));

    /// <summary>Bytes that a call allocates on the thread that asked for it.</summary>
    public double Bytes => (double)_bytes / _calls;

    /// <summary>A row of a method that does the work once. Its call through delegates, about 2 ns, is a part of every such row.</summary>
    public static Row Of<T>(string name, Func<T> call, Row? baseline = null, string aim = "") =>
        new(
            name,
            count =>
            {
                for (var i = 0; i < count; i++)
                {
                    _ = call();
                }
            },
            baseline,
            aim);

    /// <summary>Does ever more of the work until a slice of time is filled, and learns how many calls that takes.</summary>
    public void WarmUp(TimeSpan slice)
    {
        var time = TimeSpan.Zero;
        for (var calls = 32; time < slice; calls *= 2)
        {
            time = Measure(calls);

            // The most of all warm-ups: what ran slower was not compiled in full yet, or was interrupted.
            _callsASlice = Math.Max(_callsASlice, (int)(calls * Math.Min(1, slice / time)));
        }
    }

    /// <summary>Measures one slice, after a fifth of one that brings the row's code and data back into the caches.</summary>
    public void MeasureSlice()
    {
        work(_callsASlice / 5);

        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var time = Measure(_callsASlice);
        _bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;

        _calls += _callsASlice;
        _nanoseconds.Add(time.TotalNanoseconds / _callsASlice);
    }

    private TimeSpan Measure(int calls)
    {
        var start = Stopwatch.GetTimestamp();
        work(calls);
        return Stopwatch.GetElapsedTime(start);
    }
}
