using System.Text.Json.Nodes;

namespace ScaleOut.BackEnd;

/// <summary>Redis, three instances of the back end, and nginx before them: all on this machine, in a folder of their own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const int Instances = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("scale-out-").FullName;
    private readonly int _redisPort = FreePort.Find();
    private readonly int _proxyPort = FreePort.Find();
    private readonly int[] _ports = [.. Enumerable.Range(0, Instances).Select(_ => FreePort.Find())];
    private readonly ChildProcess?[] _instances = new ChildProcess?[Instances];
    private string _release = AppContext.BaseDirectory;
    private ChildProcess? _redis;
    private ChildProcess? _proxy;

    /// <summary>Where nginx listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{_proxyPort}");

    private string SettingsFile => Path.Combine(_folder, "settings.json");

    public static async Task<Cluster> StartAsync(long appId, string secret)
    {
        var cluster = new Cluster();
        cluster.SetSecrets(appId, secret);
        await cluster.StartRedisAsync();
        for (var index = 0; index < Instances; index++)
        {
            await cluster.StartInstanceAsync(index);
        }

        await cluster.StartProxyAsync();
        return cluster;
    }

    /// <summary>Gives every instance its keys, while it runs. The file is replaced, so that nobody reads half of one.</summary>
    public void SetSecrets(long appId, params string[] secrets)
    {
        var settings = new JsonObject
        {
            ["Authentication"] = new JsonObject
            {
                ["Schemes"] = new JsonObject
                {
                    ["VkMiniApp"] = new JsonObject
                    {
                        ["AppId"] = appId,
                        ["AppSecret"] = new JsonArray([.. secrets.Select(secret => (JsonNode)secret)]),
                    },
                },
            },
        };
        File.WriteAllText(SettingsFile + ".new", settings.ToJsonString());
        File.Move(SettingsFile + ".new", SettingsFile, overwrite: true);
    }

    public void KillInstance(int index) => _instances[index]!.Kill();

    public async Task StartInstanceAsync(int index)
    {
        _instances[index]?.Dispose();
        _instances[index] = ChildProcess.Start(
            Path.Combine(_folder, $"instance-{index}.log"),
            Path.Combine(_release, "ScaleOut"),
            "instance", $"http://127.0.0.1:{_ports[index]}", $"127.0.0.1:{_redisPort}", SettingsFile);
        await FreePort.WaitAsync(_ports[index]);
    }

    /// <summary>Puts the program into another folder, as a release does, and starts one instance after the other from there.</summary>
    public async Task RollReleaseAsync()
    {
        var release = Path.Combine(_folder, "release-2");
        foreach (var file in Directory.EnumerateFiles(_release, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(release, Path.GetRelativePath(_release, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _release = release;
        for (var index = 0; index < Instances; index++)
        {
            await _instances[index]!.StopAsync();
            await StartInstanceAsync(index);
        }
    }

    public void KillRedis() => _redis!.Kill();

    /// <summary>Starts Redis with what it wrote to its file until it was killed.</summary>
    public async Task StartRedisAsync()
    {
        _redis?.Dispose();
        _redis = ChildProcess.Start(
            Path.Combine(_folder, "redis.log"), "redis-server",
            "--port", $"{_redisPort}", "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always");
        await FreePort.WaitAsync(_redisPort);
    }

    public async ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        foreach (var instance in _instances)
        {
            instance?.Dispose();
        }

        _redis?.Dispose();
        await Task.Yield();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProxyAsync()
    {
        var file = Path.Combine(_folder, "nginx.conf");
        await File.WriteAllTextAsync(file, ProxySettings.Create(_folder, _proxyPort, _ports));
        _proxy = ChildProcess.Start(Path.Combine(_folder, "nginx.log"), "nginx", "-p", _folder, "-c", file);
        await FreePort.WaitAsync(_proxyPort);
    }
}
