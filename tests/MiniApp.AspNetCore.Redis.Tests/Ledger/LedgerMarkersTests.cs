using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>An empty Redis is told at once, in all of its parts, since when it remembers: without a host that looks once a second.</summary>
public sealed class LedgerMarkersTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private ServiceProvider _services = null!;

    private RedisLaunchLedger Ledger => _services.GetRequiredService<RedisLaunchLedger>();

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _services = Services().AddMiniAppRedis(_redis.Address, Instance.Patient).BuildServiceProvider();
        await _services.GetRequiredService<RedisConnection>().ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task First_claim_marks_all()
    {
        Assert.Equal(LedgerOutcome.First, (await Ledger.ClaimAsync(Guid.NewGuid(), 1)).Outcome);

        Assert.Equal(":65", await _redis.SendAsync("DBSIZE"));
    }

    [Fact]
    public async Task First_look_marks_all()
    {
        await Ledger.WatchAsync(CancellationToken.None);

        Assert.Equal(":64", await _redis.SendAsync("DBSIZE"));
    }

    [Fact]
    public async Task Start_marks_all()
    {
        await _services.GetServices<IHostedService>().OfType<RedisWatch>().Single().StartingAsync(CancellationToken.None);

        Assert.Equal(":64", await _redis.SendAsync("DBSIZE"));
    }

    [Fact]
    public async Task Start_waits_for_a_connection_that_is_on_its_way()
    {
        using var isThere = new ManualResetEventSlim();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_redis.Address);
        await using var services = Services().AddMiniAppRedis(
            _ =>
            {
                isThere.Wait();
                return connection;
            },
            options => (options.Timeout, options.BreakAfter, options.BreakFor) = (TimeSpan.FromMilliseconds(1), 1, TimeSpan.FromMinutes(1)))
            .BuildServiceProvider();

        // From here on, nothing but the connection itself is worth a wait: calls are kept back.
        await services.GetRequiredService<ILaunchLedger>().ClaimAsync(Guid.NewGuid(), 1);
        var start = services.GetServices<IHostedService>().OfType<RedisWatch>().Single().StartingAsync(CancellationToken.None);
        Assert.False(start.IsCompleted);

        isThere.Set();
        await start.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Key_that_is_over_already_is_claimed_all_the_same() => Assert.Equal(
        LedgerOutcome.First, (await Ledger.ClaimAsync(new(Guid.NewGuid(), 1, TimeProvider.System.GetUtcNow().AddHours(-1)))).Outcome);

    private static IServiceCollection Services() => new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment, HostingEnvironment>();

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
