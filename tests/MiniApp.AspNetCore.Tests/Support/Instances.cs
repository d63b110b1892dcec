using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Instances of an application with a platform's scheme, which share a clock and, if there is one, a store.</summary>
internal sealed class Instances(PlatformScheme platform, IRevocationStore? store) : IAsyncDisposable
{
    private readonly List<TestApp> _all = [];

    public TimerClock Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now));

    public LogCollector Logs { get; } = new();

    public IReadOnlyList<TestApp> All => _all;

    public TestApp this[int index] => _all[index];

    public long Second => Clock.GetUtcNow().ToUnixTimeSeconds();

    public async Task<TestApp> StartAsync(Action<WebApplicationBuilder>? build = null, Action<MiniAppOptions>? configure = null)
    {
        var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            if (store is not null)
            {
                builder.Services.AddSingleton(store);
            }

            platform.AddTo(builder.Services.AddAuthentication(), options =>
            {
                options.TimeProvider = Clock;
                configure?.Invoke(options);
            });
            build?.Invoke(builder);
        });
        _all.Add(app);
        return app;
    }

    public static MiniAppRevocations Of(TestApp app) => app.Services.GetRequiredService<MiniAppRevocations>();

    public Task<Reply> AskAsync(TestApp app, string token) => app.GetAsync("/me", platform.Header(token));

    /// <summary>The statuses that a launch gets at all instances, one after the other.</summary>
    public async Task<string> StatusesAsync(string token)
    {
        var statuses = new List<int>();
        foreach (var app in _all)
        {
            statuses.Add((await AskAsync(app, token)).Status);
        }

        return string.Join(' ', statuses);
    }

    /// <summary>Lets a second go by, and every instance read what there is.</summary>
    public async Task PassSecondAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => _all.TrueForAll(app => Of(app).Freshness.Age == TimeSpan.Zero));
    }

    /// <summary>Lets a second go by, and every instance ask a store that may not answer.</summary>
    public async Task PassSecondAwayAsync(SharedStore away)
    {
        var before = away.Readings;
        Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => away.Readings >= before + _all.Count);
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !condition(); await Task.Yield())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience.Limit, "It did not come to that.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _all)
        {
            await app.DisposeAsync();
        }

        Logs.Dispose();
    }
}
