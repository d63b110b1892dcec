using MiniApp.AspNetCore;
using ScaleOut;
using ScaleOut.BackEnd;
using ScaleOut.Load;

namespace SoakLoad;

/// <summary>The back end of samples/ScaleOut under full load, while its key is rotated, its Redis restarts, and a tenth of what comes is garbage.</summary>
internal sealed class Soak(SoakOptions options, Cluster cluster, Client client, StatusCounter statuses, CancellationToken aborted)
{
    private const int Visitors = 48;
    private const int Exchangers = 16;
    private const int Vandals = 8;

    /// <summary>
    /// A log-out is remembered for a day, by each instance: of many more in half an hour, the memory they take could not be told from a leak.
    /// </summary>
    private const int VisitsALogOut = 100;

    private const long FirstVisitor = 1_000_000;
    private const long FirstExchanger = 1_000_000_000;

    /// <summary>After it, there is no answer. It is not how long a page waits: on a machine that others use as well, all of this may stand still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly MemoryLog _memory = new();

    /// <summary>Runs it and prints what there was.</summary>
    /// <returns>0 where nothing was wrong, nobody was refused wrongly, sessions ended, and the memory stayed flat.</returns>
    public static Task<int> RunAsync(SoakOptions options) => Interruption.RunAsync(async aborted =>
    {
        await using var cluster = new Cluster(new RehearsalOptions(IsShort: false, HasRedis: true, LaunchUse.Bind));
        var keys = new KeyRotation(cluster, options.IsPlanted);
        await cluster.StartAsync(aborted);
        using var statuses = new StatusCounter(cluster.Ports);
        using var http = new HttpClient(statuses, disposeHandler: false) { BaseAddress = cluster.Address, Timeout = Patience };
        var client = new Client(http, aborted);
        var isGood = await new Soak(options, cluster, client, statuses, aborted).LastAsync(http, keys);
        cluster.KeepsFolder = !isGood;
        return isGood ? 0 : 1;
    });

    private async Task<bool> LastAsync(HttpClient http, KeyRotation keys)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var garbage = new Garbage(http, client.Tally, statuses);
        Task[] load =
        [
            .. Enumerable.Range(0, Visitors).Select(index => new Visitor(client, keys.Signers, FirstVisitor + index, Visitors, VisitsALogOut).RunAsync(stop.Token)),
            .. Enumerable.Range(0, Exchangers).Select(index => new Exchanger(client, keys.Signers, FirstExchanger + index, Exchangers).RunAsync(stop.Token)),
            .. Enumerable.Range(0, Vandals).Select(index => garbage.RunAsync(new Random(index), stop.Token)),
            keys.RunAsync(client, stop.Token),
            RestartRedisAsync(stop.Token),
        ];

        Console.WriteLine("| min | requests | garbage | 503 | other 5xx | wrong verdicts | refused wrongly | keys | memory, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var started = TimeProvider.System.GetTimestamp();
        for (var second = 1; TimeProvider.System.GetElapsedTime(started) is var time && time < options.Time; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), aborted);
            if (time >= options.WarmUp)
            {
                _memory.Note();
            }

            if (second % 60 == 0)
            {
                Write(time, garbage, keys);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
        Write(options.Time, garbage, keys);
        Console.WriteLine(_memory);
        Console.WriteLine($"{client.Tally.Ends} log-outs were waited for.");
        return client.Tally is { Requests: > 0, Wrong: 0, RefusedWrongly: 0 } && statuses.Faults == 0 && garbage.Sent > 0
            && (!options.JudgesMemory || (_memory.IsFlat && client.Tally.Ends > 0)); // what is too short for one is too short for the other
    }

    // Long enough for everybody to see it, and short enough for a page to wait.
    private async Task RestartRedisAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(45), stop);
                cluster.KillRedis();
                await Task.Delay(TimeSpan.FromSeconds(3), CancellationToken.None);
                await cluster.StartRedisAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // Redis serves until the last page has finished.
        }
    }

    private void Write(TimeSpan time, Garbage garbage, KeyRotation keys) => Console.WriteLine(
        $"| {time.TotalMinutes:0} | {statuses.Requests} | {garbage.Sent} | {statuses.Unavailable} | {statuses.Faults} | {client.Tally.Wrong} "
        + $"| {client.Tally.RefusedWrongly} | {keys.Rotations} | {string.Join(" ", MemoryLog.Read())} |");
}
