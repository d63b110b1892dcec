using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Redis;

/// <summary>What is said of Redis: never an address, a password, a key or a user.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(60, LogLevel.Warning, "Redis does not serve {Use}: {Fault}. {WhatThen}", EventName = "RedisDoesNotWork")]
    public static partial void DoesNotWork(ILogger logger, string use, string fault, string whatThen);

    [LoggerMessage(61, LogLevel.Information, "Redis serves {Use} again, after {Seconds} s.", EventName = "RedisWorksAgain")]
    public static partial void WorksAgain(ILogger logger, string use, double seconds);

    [LoggerMessage(
        62,
        LogLevel.Warning,
        "Redis drops keys when its memory is full (maxmemory-policy {Policy}): a launch that was used may then be used again. Set it to noeviction.",
        EventName = "RedisEvicts")]
    public static partial void Evicts(ILogger logger, string policy);

    [LoggerMessage(
        63,
        LogLevel.Error,
        "Redis is of version {Version}. Launches and refresh tokens are claimed with SET NX GET, which it has since 7.0.",
        EventName = "RedisIsTooOld")]
    public static partial void IsTooOld(ILogger logger, Version version);

    [LoggerMessage(
        64,
        LogLevel.Information,
        "Redis keeps no append-only file: what was used since its last snapshot may be used again after a crash. Set appendonly to yes.",
        EventName = "RedisSnapshotsOnly")]
    public static partial void SnapshotsOnly(ILogger logger);

    [LoggerMessage(
        65, LogLevel.Warning, "Redis has lost {Lost}. This instance gave back what it knows.", EventName = "RedisRestored")]
    public static partial void Restored(ILogger logger, string lost);

    [LoggerMessage(
        66,
        LogLevel.Warning,
        "{Count} entries of the list of revocations are none, and are passed over. Somebody else writes to these keys.",
        EventName = "RedisForeignEntries")]
    public static partial void ForeignEntries(ILogger logger, int count);
}
