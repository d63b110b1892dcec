using System.Globalization;

namespace TestSupport;

/// <summary>Three masters of a cluster, each with a third of the slots.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private static readonly (int From, int To)[] Slots = [(0, 5460), (5461, 10922), (10923, 16383)];

    private readonly IReadOnlyList<RedisServer> _nodes;

    private RedisCluster(IReadOnlyList<RedisServer> nodes) => _nodes = nodes;

    public string Address => string.Join(',', _nodes.Select(node => node.Address));

    public static async Task<RedisCluster> StartAsync()
    {
        RedisServer[] nodes = [await StartNodeAsync(), await StartNodeAsync(), await StartNodeAsync()];
        var cluster = new RedisCluster(nodes);
        for (var i = 0; i < nodes.Length; i++)
        {
            await nodes[i].SendAsync("CLUSTER", "ADDSLOTSRANGE", Text(Slots[i].From), Text(Slots[i].To));
            await nodes[i].SendAsync("CLUSTER", "SET-CONFIG-EPOCH", Text(i + 1));
        }

        foreach (var node in nodes.Skip(1))
        {
            await node.SendAsync("CLUSTER", "MEET", "127.0.0.1", Text(nodes[0].Port), Text(nodes[0].BusPort));
        }

        await Eventually.HoldsAsync(cluster.IsWholeAsync, "the cluster is whole");
        return cluster;
    }

    /// <summary>How many keys each node has.</summary>
    public async Task<IReadOnlyList<int>> SizesAsync()
    {
        var sizes = new List<int>();
        foreach (var node in _nodes)
        {
            sizes.Add(int.Parse((await node.SendAsync("DBSIZE"))[1..], CultureInfo.InvariantCulture));
        }

        return sizes;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    private static Task<RedisServer> StartNodeAsync() => RedisServer.StartAsync("--cluster-enabled", "yes");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> IsWholeAsync()
    {
        foreach (var node in _nodes)
        {
            var info = await node.SendAsync("CLUSTER", "INFO");
            if (!info.Contains("cluster_state:ok", StringComparison.Ordinal) || !info.Contains("cluster_known_nodes:3", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
