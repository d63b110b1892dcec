using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>One of an application's instances: a host that uses Redis.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Instance(WebApplication app, LogCollector log) => (_app, Log) = (app, log);

    public IServiceProvider Services => _app.Services;

    public LogCollector Log { get; }

    public ILaunchLedger Ledger => Services.GetRequiredService<ILaunchLedger>();

    public IRevocationStore Revocations => Services.GetRequiredService<IRevocationStore>();

    public IDataProtector Protector => Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    /// <summary>What Redis is said to be, without the framework's own lines.</summary>
    public IEnumerable<string> Said => Log.Entries.Where(entry => entry.EventId.Id is >= 60 and < 70 && entry.Category.StartsWith("MiniApp", StringComparison.Ordinal))
        .Select(entry => $"{entry.Level}: {entry.Message}");

    public static Task<Instance> StartAsync(RedisServer redis, TimeProvider? clock = null, Action<MiniAppRedisOptions>? configure = null) =>
        StartAsync(
            services => services.AddMiniAppRedis(redis.Address, options =>
            {
                Patient(options);
                configure?.Invoke(options);
            }),
            clock);

    /// <summary>Waits longer than users would: a machine that is busy with other tests may be slow.</summary>
    public static void Patient(MiniAppRedisOptions options) => options.Timeout = TimeSpan.FromSeconds(10);

    public static async Task<Instance> StartAsync(Action<IServiceCollection> add, TimeProvider? clock = null, string? folder = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "Shop",
            ContentRootPath = folder,
            Args = [UnwatchedSettings.Argument],
        });
        var log = new LogCollector();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddHealthChecks().AddMiniAppRedis();
        add(builder.Services);
        var app = builder.Build();
        try
        {
            await app.StartAsync();
            return new(app, log);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async Task<HealthReportEntry> HealthAsync() =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["mini-app-redis"];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
