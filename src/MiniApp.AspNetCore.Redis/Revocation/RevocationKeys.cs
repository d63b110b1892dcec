using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Names what the list of revocations keeps. The braces make a cluster keep all of it on one node: it is written together, and lost together.
/// </summary>
internal sealed class RevocationKeys(string prefix)
{
    /// <summary>A hash that tells whether anything changed: see <see cref="RevocationState"/>.</summary>
    public RedisKey State { get; } = prefix + "{revocations}state";

    /// <summary>A sorted set: before which millisecond what a subject has is void.</summary>
    public RedisKey Revoked { get; } = prefix + "{revocations}revoked";

    /// <summary>A sorted set: until which millisecond a subject is blocked, or for good.</summary>
    public RedisKey Blocked { get; } = prefix + "{revocations}blocked";

    /// <summary>Where a change is told, for those who listen.</summary>
    public RedisChannel Channel { get; } = RedisChannel.Literal(prefix + "revocations");
}
