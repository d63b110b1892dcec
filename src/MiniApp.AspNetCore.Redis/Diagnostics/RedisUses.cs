using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Redis;

/// <summary>All that Redis is used for.</summary>
internal sealed class RedisUses(ILogger<RedisUses> logger, TimeProvider clock)
{
    /// <summary>What was used: launches at the exchange, and refresh tokens.</summary>
    public RedisUse Launches { get; } = new("launches", "What must not be used twice is refused with 503.", logger, clock);

    /// <summary>The list of revocations.</summary>
    public RedisUse Revocations { get; } = new("revocations", "What this instance knows of them stays in force.", logger, clock);

    /// <summary>The keys of Data Protection.</summary>
    public RedisUse Keys { get; } = new("keys", "The keys that this instance has stay in use.", logger, clock);

    public IEnumerable<RedisUse> All => [Launches, Revocations, Keys];

    public ILogger Logger => logger;
}
