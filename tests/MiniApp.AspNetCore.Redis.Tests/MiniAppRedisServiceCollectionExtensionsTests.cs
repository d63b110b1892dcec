using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>Where the connection may come from, and that the application's own stays its own.</summary>
public sealed class MiniAppRedisServiceCollectionExtensionsTests
{
    [Fact]
    public void Second_call_adds_nothing_twice()
    {
        var once = new ServiceCollection().AddMiniAppRedis("localhost");
        var twice = new ServiceCollection().AddMiniAppRedis("localhost").AddMiniAppRedis("localhost");

        Assert.Equal(Names(once), Names(twice));

        // Each call may set options, so what sets them is there once for each.
        static IEnumerable<string> Names(IServiceCollection services) => services
            .Where(service => service.ServiceType.Namespace != "Microsoft.Extensions.Options" && !service.ServiceType.Name.Contains("Options", StringComparison.Ordinal))
            .Select(service => service.ServiceType.ToString())
            .Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Health_check_has_the_tags_that_it_is_given_and_else_none()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks().AddMiniAppRedis().AddMiniAppRedis("ready", tags: ["a", "b"]);
        await using var provider = services.BuildServiceProvider();
        var checks = provider.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        Assert.Equal(["mini-app-redis: ", "ready: a b"], checks.Select(check => $"{check.Name}: {string.Join(' ', check.Tags.Order(StringComparer.Ordinal))}"));
    }

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Throws<ArgumentNullException>("builder", () => default(IHealthChecksBuilder)!.AddMiniAppRedis());
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddMiniAppRedis("localhost"));
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddMiniAppRedis(default(IConnectionMultiplexer)!));
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddMiniAppRedis(_ => null!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_applications_own_connection_is_used_and_not_closed(bool byFunction)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Address);
        await using (var instance = await Instance.StartAsync(
            services => _ = (byFunction ? services.AddMiniAppRedis(_ => connection) : services.AddMiniAppRedis(connection))
                .Configure<MiniAppRedisOptions>(Instance.Patient)))
        {
            Assert.Equal(LedgerOutcome.First, (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome);
        }

        Assert.Equal("PONG", (await connection.GetDatabase().ExecuteAsync("PING")).ToString());
    }

    [Fact]
    public async Task A_connection_that_is_a_service_is_used()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(services =>
        {
            services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(redis.Address));
            services.AddMiniAppRedis(provider => provider.GetRequiredService<IConnectionMultiplexer>());
            services.Configure<MiniAppRedisOptions>(Instance.Patient);
        });

        Assert.Equal(LedgerOutcome.First, (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome);
    }

    [Fact]
    public async Task A_connection_that_could_not_be_made_is_asked_for_again()
    {
        await using var redis = await RedisServer.StartAsync();
        var asked = 0;
        await using var instance = await Instance.StartAsync(services => services.AddMiniAppRedis(_ => Interlocked.Increment(ref asked) < 3
            ? throw new InvalidOperationException("password=hunter2")
            : ConnectionMultiplexer.Connect(redis.Address)));

        await Eventually.HoldsAsync(
            async () => (await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome == LedgerOutcome.First, "it is connected");
        instance.Log.AssertSilentAbout("hunter2");
    }

    [Fact]
    public async Task The_last_call_says_which_redis_and_each_may_set_options()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(services =>
        {
            services.AddMiniAppRedis("127.0.0.1:1", options => options.KeyPrefix = "shop:");
            services.AddMiniAppRedis(redis.Address);
        });

        await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1);

        Assert.Equal(":1", await redis.SendAsync("EXISTS", "shop:born{00}"));
    }

    [Fact]
    public async Task A_redis_that_serves_is_healthy_and_one_that_does_not_serve_is_named()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var instance = await Instance.StartAsync(redis);
        instance.Protector.Protect([1]);
        Assert.Equal(HealthStatus.Healthy, (await instance.HealthAsync()).Status);

        await redis.SendAsync("CONFIG", "SET", "maxmemory", "1");
        await instance.Ledger.ClaimAsync(Guid.NewGuid(), 1);

        var health = await instance.HealthAsync();
        Assert.Equal((HealthStatus.Degraded, "Redis does not serve launches: the answer OOM."), (health.Status, health.Description));
    }
}
