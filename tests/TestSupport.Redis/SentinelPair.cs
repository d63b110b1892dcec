using System.Diagnostics;
using System.Globalization;

namespace TestSupport;

/// <summary>A master, its replica, and a Sentinel that promotes the replica when the master is gone.</summary>
public sealed class SentinelPair : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentinel-");
    private readonly Process _sentinel;

    private SentinelPair(RedisServer master, RedisServer replica)
    {
        (Master, Replica) = (master, replica);
        var configuration = Path.Combine(_folder.FullName, "sentinel.conf");
        File.WriteAllText(configuration, string.Create(CultureInfo.InvariantCulture, $"""
            port {Port}
            bind 127.0.0.1
            dir {_folder.FullName}
            sentinel monitor shop 127.0.0.1 {master.Port} 1
            sentinel down-after-milliseconds shop 2000
            sentinel failover-timeout shop 2000

            """));
        _sentinel = RedisServer.Start("redis-sentinel", [configuration]);
    }

    public RedisServer Master { get; }

    public RedisServer Replica { get; }

    /// <summary>The connection string: it asks the Sentinel who is the master.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port},serviceName=shop");

    private int Port { get; } = FreePort.Next();

    public static async Task<SentinelPair> StartAsync()
    {
        var master = await RedisServer.StartAsync();
        var replica = await RedisServer.StartAsync(
            "--replicaof", "127.0.0.1", master.Port.ToString(CultureInfo.InvariantCulture), "--repl-diskless-sync-delay", "0");
        var pair = new SentinelPair(master, replica);
        await pair.IsCopiedAsync();
        await Eventually.HoldsAsync(
            async () => (await pair.AskAsync()).Contains("num-slaves\r\n$1\r\n1", StringComparison.Ordinal), "the Sentinel knows both");
        return pair;
    }

    /// <summary>Waits until the replica has what the master has.</summary>
    public Task IsCopiedAsync() => Eventually.HoldsAsync(
        async () => (await Replica.SendAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal)
            && await Replica.SendAsync("DBSIZE") == await Master.SendAsync("DBSIZE"),
        "the replica has a copy");

    public async ValueTask DisposeAsync()
    {
        _sentinel.Kill();
        await _sentinel.WaitForExitAsync();
        _sentinel.Dispose();
        await Replica.DisposeAsync();
        await Master.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> AskAsync()
    {
        try
        {
            return await RedisServer.SendAsync(Port, "SENTINEL", "MASTER", "shop");
        }
        catch (System.Net.Sockets.SocketException)
        {
            return "";
        }
    }
}
