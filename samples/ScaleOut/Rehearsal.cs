using ScaleOut.BackEnd;
using ScaleOut.Load;

namespace ScaleOut;

/// <summary>Does to a back end on several instances what happens to one in a year, under load, and counts what its users notice.</summary>
internal sealed class Rehearsal(RehearsalOptions options, Cluster cluster, Client client, Signers signers, CancellationToken aborted)
{
    private const long AppId = 6736218;
    private const long KeyUser = 671;
    private const string OldSecret = "the protected key of the rehearsal";
    private const string NewSecret = "the protected key that comes after it";

    /// <summary>Many times what an instance takes to read a file that was changed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Keepsakes _keepsakes = new(client, signers);
    private bool _isClean = true;
    private int _ends;

    /// <summary>Runs all of it and prints the table.</summary>
    /// <returns>0 where there was no wrong verdict, nobody was refused wrongly, and sessions ended.</returns>
    public static Task<int> RunAsync(RehearsalOptions options) => Interruption.RunAsync(async aborted =>
    {
        var signers = new Signers(AppId, OldSecret);
        await using var cluster = new Cluster(options);
        cluster.SetSecrets(AppId, OldSecret);
        await cluster.StartAsync(aborted);
        using var http = new HttpClient { BaseAddress = cluster.Address, Timeout = TimeSpan.FromSeconds(10) };
        var client = new Client(http, aborted);
        var isClean = await new Rehearsal(options, cluster, client, signers, aborted).PlayAsync();
        cluster.KeepsFolder = !isClean;
        return isClean ? 0 : 1;
    });

    private async Task<bool> PlayAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var load = Crowd.Start(client, signers, options, stop.Token);

        Table.WriteHead();
        await PlayAsync("nothing happens", () => Task.CompletedTask);
        await PlayAsync(
            "an instance is killed, and starts again", () => AwayAsync(options.Step / 2, () => cluster.KillInstance(0), () => cluster.StartInstanceAsync(0, aborted)));
        await PlayAsync(
            "an instance hangs, and goes on", () => AwayAsync(options.Step, () => cluster.HoldInstance(1), () => cluster.ReleaseInstanceAsync(1)));
        await PlayAsync("one instance after another is killed", KillThemAllAsync);
        await PlayAsync("a user is banned", _keepsakes.BanAsync);
        if (options.HasRedis)
        {
            await PlayAsync(
                "Redis is killed, and starts again", () => AwayAsync(options.Step / 2, cluster.KillRedis, () => cluster.StartRedisAsync(aborted)));
            await PlayAsync("Redis is killed, and starts again without its file", EmptyRedisAsync);
        }

        await PlayAsync("the key is rolled", RollKeyAsync);
        await PlayAsync("a release is rolled, from another folder", () => cluster.RollReleaseAsync(aborted));

        await stop.CancelAsync();
        await load;
        if (_ends == 0)
        {
            await Console.Error.WriteLineAsync("No session ended: nothing shows that one does.");
        }

        return _isClean && _ends > 0;
    }

    private async Task PlayAsync(string name, Func<Task> happen)
    {
        var repeated = cluster.CountRepeatedPosts();
        var tally = client.Tally = new Tally();
        await Task.WhenAll(happen(), Task.Delay(options.Step, aborted));
        await Task.Delay(options.Step / 3, aborted);
        await _keepsakes.CheckAsync();
        _isClean &= tally is { Requests: > 0, Wrong: 0, RefusedWrongly: 0 };
        _ends += tally.Ends;
        Table.Write(name, tally, cluster.CountRepeatedPosts() - repeated);
    }

    private async Task AwayAsync(TimeSpan time, Action take, Func<Task> giveBack)
    {
        var outage = client.Tally.Outage;
        outage.Begin();
        take();
        await Task.Delay(time, aborted);
        await giveBack();
        outage.End();
    }

    /// <summary>Each dies with requests that it has answered for itself, and not for who asked: nginx asks the next one.</summary>
    private async Task KillThemAllAsync()
    {
        var outage = client.Tally.Outage;
        outage.Begin();
        for (var index = 0; index < Cluster.Instances; index++)
        {
            cluster.KillInstance(index);
            await cluster.StartInstanceAsync(index, aborted);
            await Task.Delay(options.Step / 6, aborted);
        }

        outage.End();
    }

    private async Task EmptyRedisAsync()
    {
        await _keepsakes.PrepareAsync();
        await AwayAsync(options.Step / 2, cluster.KillRedis, () =>
        {
            cluster.LoseRedisFile();
            return cluster.StartRedisAsync(aborted);
        });
        await _keepsakes.CheckMemoryAsync();
    }

    private async Task RollKeyAsync()
    {
        cluster.SetSecrets(AppId, NewSecret, OldSecret);
        foreach (var port in cluster.Ports)
        {
            await KnowsNewKeyAsync(port);
        }

        signers.ChangeSecret(NewSecret);
    }

    /// <summary>An instance reads the file in its own time, as an operator who rolls a key knows.</summary>
    private async Task KnowsNewKeyAsync(int port)
    {
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var (instance, after, started) = (new Client(http, aborted), new Signers(AppId, NewSecret), TimeProvider.System.GetTimestamp());
        while (!(await instance.SendAsync(HttpMethod.Get, "/me", after.Launch(KeyUser))).IsGood && TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), aborted);
        }
    }
}
