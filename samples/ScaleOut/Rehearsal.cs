using System.Globalization;
using ScaleOut.BackEnd;
using ScaleOut.Load;

namespace ScaleOut;

/// <summary>Does to a back end on several instances what happens to one in a year, under load, and counts what its users notice.</summary>
internal static class Rehearsal
{
    private const long AppId = 6736218;
    private const string OldSecret = "the protected key of the rehearsal";
    private const string NewSecret = "the protected key that comes after it";

    /// <summary>Runs all of it and prints the table.</summary>
    /// <returns>0 where there was no wrong verdict and nobody was refused wrongly.</returns>
    public static async Task<int> RunAsync(bool isShort)
    {
        var step = TimeSpan.FromSeconds(isShort ? 3 : 15);
        var visitors = isShort ? 8 : 32;
        var signers = new Signers(AppId, OldSecret);
        await using var cluster = await Cluster.StartAsync(AppId, OldSecret);
        using var http = new HttpClient { BaseAddress = cluster.Address, Timeout = TimeSpan.FromMinutes(1) };
        var client = new Client(http);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, visitors).Select(index => new Visitor(client, signers, 1000 + index, visitors).RunAsync(stop.Token)).ToArray();

        var isClean = true;
        Console.WriteLine("| | requests | 502, 503, 504 | renewed | wrong verdicts | refused wrongly | seconds to recover |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await PlayAsync("nothing happens", () => Task.CompletedTask);
        await PlayAsync("an instance is killed, and starts again", async () =>
        {
            cluster.KillInstance(0);
            await Task.Delay(step / 3);
            await cluster.StartInstanceAsync(0);
        });
        await PlayAsync("Redis is killed, and starts again", async () =>
        {
            cluster.KillRedis();
            await Task.Delay(step / 3);
            await cluster.StartRedisAsync();
        });
        await PlayAsync("a user is banned", () => BanAsync(client, signers));
        await PlayAsync("the key is rolled", async () =>
        {
            cluster.SetSecrets(AppId, NewSecret, OldSecret);
            await Task.Delay(step / 3);
            signers.ChangeSecret(NewSecret);
        });
        await PlayAsync("a release is rolled, from another folder", cluster.RollReleaseAsync);

        await stop.CancelAsync();
        await Task.WhenAll(load);
        return isClean ? 0 : 1;

        async Task PlayAsync(string name, Func<Task> happen)
        {
            var tally = client.Tally = new Tally();
            await Task.WhenAll(happen(), Task.Delay(step));
            await Task.Delay(step / 3);
            isClean &= tally is { Requests: > 0, Wrong: 0, RefusedWrongly: 0 };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {tally.Requests} | {tally.Away} | {tally.Renewed} | {tally.Wrong} | {tally.RefusedWrongly} | {tally.Recovery.TotalSeconds:0.0} |"));
        }
    }

    /// <summary>Bans a user, and tries a fresh launch of theirs on every instance.</summary>
    private static async Task BanAsync(Client client, Signers signers)
    {
        const long Banned = 666;
        var ban = await client.SendAsync(HttpMethod.Post, $"/bans/{Banned}", signers.Launch(Instance.Operator));
        if (!ban.IsGood)
        {
            client.Tally.CountRefusal($"the operator: {ban}");
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        for (var instance = 0; instance < 6; instance++)
        {
            var answer = await client.SendAsync(HttpMethod.Get, "/me", signers.Launch(Banned));
            if (!answer.IsRefused)
            {
                client.Tally.CountWrong($"the banned user: {answer}");
            }
        }
    }
}
