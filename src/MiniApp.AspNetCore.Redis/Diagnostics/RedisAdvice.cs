using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Reads how Redis is set, and says what of it would lose or could not do what is kept in it.</summary>
internal sealed class RedisAdvice(RedisConnection connection, ILogger logger)
{
    private static readonly Version Needed = new(7, 0);

    private bool _isGiven;

    /// <summary>Says it once, as soon as there is somebody to ask.</summary>
    public async Task GiveOnceAsync(CancellationToken cancellationToken)
    {
        if (_isGiven || connection.ConnectAsync() is not { IsCompletedSuccessfully: true, Result: var multiplexer })
        {
            return;
        }

        try
        {
            if (multiplexer.GetServers().FirstOrDefault(server => server is { IsConnected: true, IsReplica: false }) is { } server)
            {
                Give((await server.InfoAsync().WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken))
                    .SelectMany(section => section)
                    .GroupBy(line => line.Key, StringComparer.Ordinal)
                    .ToDictionary(lines => lines.Key, lines => lines.First().Value, StringComparer.Ordinal));
                _isGiven = true;
            }
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // A server that tells nothing of itself needs no advice.
            _isGiven = exception is RedisServerException;
        }
    }

    /// <summary>Says what the server's own description calls for.</summary>
    public void Give(IReadOnlyDictionary<string, string> info)
    {
        if (Version.TryParse(info.GetValueOrDefault("redis_version"), out var version) && version < Needed)
        {
            RedisLog.IsTooOld(logger, version);
        }

        if (info.GetValueOrDefault("maxmemory") is not (null or "0") && info.GetValueOrDefault("maxmemory_policy") is { } policy && policy != "noeviction")
        {
            RedisLog.Evicts(logger, policy);
        }

        if (info.GetValueOrDefault("aof_enabled") == "0")
        {
            RedisLog.SnapshotsOnly(logger);
        }
    }
}
