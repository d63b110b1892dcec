using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What Redis is used for, and what becomes of it where Redis is away.</summary>
public sealed class RedisUsesTests
{
    [Fact]
    public void Each_use_has_its_name()
    {
        var uses = new RedisUses(NullLogger<RedisUses>.Instance, TimeProvider.System);

        Assert.Equal(["launches", "revocations", "keys"], uses.All.Select(use => use.Name));
    }

    [Fact]
    public void Each_use_says_what_becomes_of_it()
    {
        using var log = new LogCollector();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));
        foreach (var use in new RedisUses(new Logger<RedisUses>(loggers), TimeProvider.System).All)
        {
            use.Failed(RedisFaults.Silent);
        }

        Assert.Equal(
            [
                "Redis does not serve launches: no answer in time. What must not be used twice is refused with 503.",
                "Redis does not serve revocations: no answer in time. What this instance knows of them stays in force.",
                "Redis does not serve keys: no answer in time. The keys that this instance has stay in use.",
            ],
            log.Entries.Select(entry => entry.Message));
    }
}
