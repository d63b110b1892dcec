using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>Reads how Redis is set, and says what of it would lose or could not do what is kept in it.</summary>
internal sealed class RedisAdvice(RedisConnection connection, ILogger logger)
{
    private static readonly Version Needed = new(7, 0);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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
            var info = await multiplexer.GetDatabase().ExecuteAsync("INFO").WaitAsync(Patience, TimeProvider.System, cancellationToken);
            _isGiven = true;
            Give(info.ToString() ?? "");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // A server that tells nothing of itself gets no advice. One that said nothing is asked again.
            _isGiven = exception is RedisServerException or RedisCommandException;
        }
    }

    /// <summary>Says what the server's own description calls for.</summary>
    /// <param name="text">What it answers to <c>INFO</c>.</param>
    public void Give(string text)
    {
        var info = text.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(':', 2)).Where(line => line.Length == 2)
            .GroupBy(line => line[0], StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => lines.First()[1], StringComparer.Ordinal);
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
