using System.Text.Json.Nodes;

namespace ScaleOut.BackEnd;

/// <summary>Redis, three instances of the back end, and nginx before them: all on this machine, in a folder of their own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    public const int Instances = 3;

    /// <summary>As long as nginx leaves out an instance that was away: the next one has to stay until the last one is back in turn.</summary>
    private static readonly TimeSpan LeftOut = TimeSpan.FromSeconds(1);

    private readonly RehearsalOptions _options;
    private readonly string _folder = Directory.CreateTempSubdirectory("scale-out-").FullName;
    private readonly int _redisPort;
    private readonly int _proxyPort;
    private readonly int[] _ports;
    private readonly ChildProcess?[] _instances = new ChildProcess?[Instances];
    private string _release = AppContext.BaseDirectory;
    private ChildProcess? _redis;
    private ChildProcess? _proxy;

    public Cluster(RehearsalOptions options)
    {
        _options = options;
        (_redisPort, _proxyPort, _ports) = FreePort.Find(Instances + 2) is [var redis, var proxy, .. var rest] ? (redis, proxy, rest) : default;
    }

    /// <summary>Whether what all of them wrote is there when they have ended: somebody has to read why a user was refused.</summary>
    public bool KeepsFolder { get; set; } = true;

    /// <summary>Where nginx listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{_proxyPort}");

    /// <summary>Where each instance listens, for who does not ask nginx.</summary>
    public IReadOnlyList<int> Ports => _ports;

    private string SettingsFile => Path.Combine(_folder, "settings.json");

    private string RedisFolder => Path.Combine(_folder, "redis");

    private string RepeatedPostsFile => Path.Combine(_folder, "repeated-posts.log");

    public async Task StartAsync(CancellationToken aborted)
    {
        if (_options.HasRedis)
        {
            await StartRedisAsync(aborted);
        }

        await Task.WhenAll(Enumerable.Range(0, Instances).Select(index => StartInstanceAsync(index, aborted)));
        await StartProxyAsync(aborted);
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

    /// <summary>How many times nginx has sent a <c>POST</c> to another instance as well.</summary>
    public int CountRepeatedPosts() => File.ReadLines(RepeatedPostsFile).Count();

    public void KillInstance(int index) => _instances[index]!.Kill();

    public void HoldInstance(int index) => _instances[index]!.Hold();

    public Task ReleaseInstanceAsync(int index)
    {
        _instances[index]!.Release();
        return Task.CompletedTask;
    }

    public async Task StartInstanceAsync(int index, CancellationToken aborted)
    {
        _instances[index]?.Dispose();
        var instance = _instances[index] = ChildProcess.Start(
            Path.Combine(_folder, $"instance-{index}.log"),
            Path.Combine(_release, "ScaleOut"),
            "instance", $"http://127.0.0.1:{_ports[index]}", _options.HasRedis ? $"127.0.0.1:{_redisPort}" : "", SettingsFile, $"{_options.Use}");
        await FreePort.WaitAsync(_ports[index], instance, aborted);
    }

    /// <summary>Puts the program into another folder, as a release does, and starts one instance after the other from there.</summary>
    public async Task RollReleaseAsync(CancellationToken aborted)
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
            await StartInstanceAsync(index, aborted);
            await Task.Delay(LeftOut, aborted);
        }
    }

    public void KillRedis() => _redis!.Kill();

    /// <summary>Deletes all that Redis wrote.</summary>
    public void LoseRedisFile() => Directory.Delete(RedisFolder, recursive: true);

    /// <summary>Starts Redis with what it wrote to its file until it was killed.</summary>
    public async Task StartRedisAsync(CancellationToken aborted)
    {
        _redis?.Dispose();
        Directory.CreateDirectory(RedisFolder);
        _redis = ChildProcess.Start(
            Path.Combine(_folder, "redis.log"), "redis-server", "--port", $"{_redisPort}", "--bind", "127.0.0.1", "--dir", RedisFolder,
            "--save", "", "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction");
        await FreePort.WaitAsync(_redisPort, _redis, aborted);
    }

    public async ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        foreach (var instance in _instances)
        {
            instance?.Dispose();
        }

        _redis?.Dispose();
        if (KeepsFolder)
        {
            await Console.Error.WriteLineAsync($"The logs are in {_folder}.");
        }
        else
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartProxyAsync(CancellationToken aborted)
    {
        var file = Path.Combine(_folder, "nginx.conf");
        await File.WriteAllTextAsync(file, ProxySettings.Create(_folder, RepeatedPostsFile, _proxyPort, _ports), aborted);
        _proxy = ChildProcess.Start(Path.Combine(_folder, "nginx.log"), "nginx", "-p", _folder, "-c", file);
        await FreePort.WaitAsync(_proxyPort, _proxy, aborted);
    }
}
