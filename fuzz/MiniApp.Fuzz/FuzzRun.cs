using System.Collections.Concurrent;

namespace MiniApp.Fuzz;

/// <summary>Goes through the targets by turns, on all processors, until two verdicts differ, one takes too long, or the time is over.</summary>
internal sealed class FuzzRun(IReadOnlyList<FuzzTarget> targets, int seed, TimeProvider clock)
{
    /// <summary>Thousands of times what the longest input takes: a machine that does other things as well lets a program wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(string Target, string Verdict), long> _verdicts = new();
    private readonly Attempt?[] _attempts = new Attempt?[Environment.ProcessorCount];
    private long _batch = -1;
    private long _inputs;
    private Finding? _finding;

    public long Inputs => _inputs;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Those of which nothing good was verified: that both sides refuse what is none of theirs shows nothing.</summary>
    public IEnumerable<string> Unproved => targets
        .Where(target => !_verdicts.Keys.Any(count => count.Target == target.Name && target.IsGood(count.Verdict)))
        .Select(target => target.Name);

    /// <summary>How often each verdict was come to: a verdict that is never come to is never tested.</summary>
    public IEnumerable<(string Target, string Verdicts)> Verdicts => _verdicts
        .GroupBy(count => count.Key.Target, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, string.Join(", ", group.OrderByDescending(count => count.Value).Select(count => $"{count.Key.Verdict} {count.Value}"))));

    public Finding? Go(TimeSpan time, long inputs)
    {
        var start = clock.GetTimestamp();
        var workers = _attempts
            .Select((_, worker) => Task.Factory.StartNew(
                () => Work(worker, start, time, inputs), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();

        while (!Task.WaitAll(workers, TimeSpan.FromSeconds(1)))
        {
            // What does not end can't be stopped, nor tried on anything smaller. The thread ends with the program.
            if (Array.Find(_attempts, attempt => attempt is not null && clock.GetElapsedTime(attempt.Start) > Patience) is { } endless)
            {
                Elapsed = clock.GetElapsedTime(start);
                return new Finding(endless.Target, endless.Seed, endless.Input, "a verdict", $"none in {Patience.TotalSeconds} s");
            }
        }

        Elapsed = clock.GetElapsedTime(start);
        return _finding?.Minimize();
    }

    private void Work(int worker, long start, TimeSpan time, long inputs)
    {
        while (_finding is null && Volatile.Read(ref _inputs) < inputs && clock.GetElapsedTime(start) < time)
        {
            var batch = Interlocked.Increment(ref _batch);
            RunBatch(worker, targets[(int)(batch % targets.Count)], unchecked(seed + (int)batch));
        }
    }

    private void RunBatch(int worker, FuzzTarget target, int batchSeed)
    {
        var next = target.Inputs(batchSeed);
        for (var i = 0; i < target.BatchSize && _finding is null; i++)
        {
            var input = next();
            Volatile.Write(ref _attempts[worker], new Attempt(target, batchSeed, input, clock.GetTimestamp()));
            var found = Finding.Find(target, batchSeed, input, out var verdict);
            Volatile.Write(ref _attempts[worker], null);

            _verdicts.AddOrUpdate((target.Name, FuzzTarget.NameOf(verdict)), 1, (_, count) => count + 1);
            Interlocked.Increment(ref _inputs);
            if (found is not null)
            {
                Interlocked.CompareExchange(ref _finding, found, comparand: null);
            }
        }
    }

    /// <summary>What a thread is at, and since when.</summary>
    private sealed record Attempt(FuzzTarget Target, int Seed, string Input, long Start);
}
