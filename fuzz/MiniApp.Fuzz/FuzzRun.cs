using System.Collections.Concurrent;

namespace MiniApp.Fuzz;

/// <summary>Goes through the targets by turns, on all processors, until two verdicts differ or the time is over.</summary>
internal sealed class FuzzRun(IReadOnlyList<FuzzTarget> targets, int seed, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Target, string Verdict), long> _verdicts = new();
    private long _batch = -1;
    private long _inputs;
    private Finding? _finding;

    public int Seed => seed;

    public long Inputs => _inputs;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>How often each verdict was come to: a verdict that is never come to is never tested.</summary>
    public IEnumerable<(string Target, string Verdicts)> Verdicts => _verdicts
        .GroupBy(count => count.Key.Target, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, string.Join(", ", group.OrderByDescending(count => count.Value).Select(count => $"{count.Key.Verdict} {count.Value}"))));

    public Finding? Go(TimeSpan time, long inputs)
    {
        var start = clock.GetTimestamp();
        var workers = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Factory.StartNew(() => Work(start, time, inputs), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();

        Task.WaitAll(workers);
        Elapsed = clock.GetElapsedTime(start);
        return _finding?.Minimize();
    }

    private void Work(long start, TimeSpan time, long inputs)
    {
        while (_finding is null && Volatile.Read(ref _inputs) < inputs && clock.GetElapsedTime(start) < time)
        {
            var batch = Interlocked.Increment(ref _batch);
            RunBatch(targets[(int)(batch % targets.Count)], unchecked(seed + (int)batch));
        }
    }

    private void RunBatch(FuzzTarget target, int batchSeed)
    {
        var next = target.Inputs(batchSeed);
        for (var i = 0; i < target.BatchSize && _finding is null; i++)
        {
            var found = Finding.Find(target, batchSeed, next(), out var verdict);
            _verdicts.AddOrUpdate((target.Name, verdict), 1, (_, count) => count + 1);
            Interlocked.Increment(ref _inputs);
            if (found is not null)
            {
                Interlocked.CompareExchange(ref _finding, found, comparand: null);
            }
        }
    }
}
