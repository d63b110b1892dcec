using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Who reads the options, and when: all of them read what is in force.</summary>
public class OptionsInForceTests
{
    private const string Accepted = "accepted";
    private const string Forged = nameof(MiniAppInvalidSignatureException);

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Snapshot_between_two_writes_puts_nothing_in_force(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (real, never, later) = (platform.Secret("real"), platform.Secret("never"), platform.Secret("later"));
        var store = new SecretStore(real);
        await using var app = await StartStoredAsync(platform, store);

        // Somebody reads a snapshot before the news are told, and after.
        store.Secret = never;
        Read();
        store.Fault = new TimeoutException();
        store.TellNews();
        Read();

        Assert.Equal((Accepted, Forged), (await app.VerdictAsync(platform.SignedBy(real)), await app.VerdictAsync(platform.SignedBy(never))));
        Assert.Equal(HealthStatus.Degraded, (await app.HealthAsync()).Status);

        (store.Secret, store.Fault) = (later, null);
        store.TellNews();

        Assert.Equal((Accepted, Forged), (await app.VerdictAsync(platform.SignedBy(later)), await app.VerdictAsync(platform.SignedBy(real))));
        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
        Assert.Single(app.RefusedChanges);

        void Read()
        {
            using var scope = app.Services.CreateScope();
            Assert.Same(platform.OptionsOf(app.Services), platform.SnapshotOf(scope.ServiceProvider));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Snapshot_stays_what_it_was_for_the_length_of_a_request(string name)
    {
        var platform = PlatformScheme.Of(name);
        var settings = TestSettings.Of(platform, platform.Secret("secret"));
        await using var app = await LiveApp.StartAsync(platform, settings);
        using var scope = app.Services.CreateScope();
        var before = platform.SnapshotOf(scope.ServiceProvider);

        app.Settings.Change([.. settings, ("Lifetime", "00:10:00")]);

        Assert.Same(before, platform.SnapshotOf(scope.ServiceProvider));
        Assert.NotSame(before, platform.OptionsOf(app.Services));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Options_that_are_asked_for_while_others_are_made_are_those_in_force(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (old, @new) = (platform.Secret("the-old"), platform.Secret("the-new"));
        var store = new SecretStore(old);
        await using var app = await StartStoredAsync(platform, store);
        var before = platform.OptionsOf(app.Services);
        var asked = new TaskCompletionSource<MiniAppOptions>();
        store.Source = () =>
        {
            asked.TrySetResult(Task.Run(() => platform.OptionsOf(app.Services)).GetAwaiter().GetResult());
            return @new;
        };

        store.TellNews();

        Assert.Same(before, await asked.Task);
        Assert.Equal((Forged, Accepted), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Cache_that_was_told_to_forget_has_no_last_good_options(string name)
    {
        var platform = PlatformScheme.Of(name);
        var store = new SecretStore(platform.Secret("secret"));
        await using var app = await StartStoredAsync(platform, store);
        store.Fault = new TimeoutException();

        platform.Forget(app.Services);

        Assert.Throws<TimeoutException>(() => platform.OptionsOf(app.Services));
        store.Fault = null;
        store.TellNews();
        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(store.Secret)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Options_of_no_name_are_no_schemes(string name)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret("secret");
        var own = new TestSettings("own", ("Realm", "a"));
        await using var app = await LiveApp.StartAsync(
            platform,
            builder =>
            {
                builder.Configuration.Sources.Add(own);
                platform.Bind(builder.Services, name: null, builder.Configuration.GetSection("Authentication:Schemes:own"));
                platform.AddConfigured(builder.Services.AddAuthentication());
            },
            TestSettings.Of(platform, secret));
        Assert.Equal("a", platform.UnnamedOf(app.Services).Realm);

        own.Change(("Realm", "b"));
        Assert.Equal("b", platform.UnnamedOf(app.Services).Realm);
        own.Change();
        Assert.Null(platform.UnnamedOf(app.Services).Realm);

        Assert.Equal(platform.Lifetime, platform.UnnamedOf(app.Services).Lifetime);
        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret)));
        Assert.Equal((HealthStatus.Healthy, null), ((await app.HealthAsync()).Status, (await app.HealthAsync()).Description));
        Assert.Empty(app.RefusedChanges.Select(entry => entry.Message).Concat(app.TakenChanges));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Source_that_is_emptied_may_have_held_what_code_bound(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (secret, own) = (platform.Secret("secret"), new TestSettings("own", ("Lifetime", "00:05:00")));
        await using var app = await LiveApp.StartAsync(
            platform,
            builder =>
            {
                builder.Configuration.Sources.Add(own);
                platform.Bind(builder.Services, name, builder.Configuration.GetSection("Authentication:Schemes:own"));
                platform.AddConfigured(builder.Services.AddAuthentication());
            },
            TestSettings.Of(platform, secret));

        own.Change();

        Assert.Equal(TimeSpan.FromMinutes(5), platform.OptionsOf(app.Services).Lifetime);
        Assert.Contains("holds nothing any more: TestSettings.", (await app.HealthAsync()).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listeners_are_told_of_what_is_taken_until_they_go()
    {
        var platform = PlatformScheme.Of("VkMiniApp");
        var settings = TestSettings.Of(platform, "secret");
        await using var app = await LiveApp.StartAsync(platform, settings);
        var monitor = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>();
        var told = new List<(TimeSpan, string?)>();
        var subscription = monitor.OnChange((options, name) => told.Add((options.Lifetime, name)));

        app.Settings.Change([.. settings, ("Lifetime", "00:10:00")]);
        app.Settings.Change([.. settings, ("Lifetime", "x")]);
        app.Settings.Change(settings);
        subscription!.Dispose();
        app.Settings.Change([.. settings, ("Lifetime", "00:20:00")]);

        Assert.Equal([(TimeSpan.FromMinutes(10), "VkMiniApp")], told);
        Assert.Equal(TimeSpan.FromMinutes(20), monitor.Get("VkMiniApp").Lifetime);
    }

    [Fact]
    public async Task Options_in_force_cost_a_request_nothing()
    {
        await using var app = await PlatformScheme.Of("VkMiniApp").StartAsync();
        var monitor = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>();
        monitor.Get("VkMiniApp");

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var request = 0; request < 1000; request++)
        {
            monitor.Get("VkMiniApp");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Task<LiveApp> StartStoredAsync(PlatformScheme platform, SecretStore store) => LiveApp.StartAsync(platform, builder =>
    {
        builder.Services.AddSingleton(store);
        platform.AddStored(builder.Services.AddAuthentication());
    });
}
