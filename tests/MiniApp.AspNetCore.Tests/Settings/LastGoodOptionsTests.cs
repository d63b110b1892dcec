using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Settings that change while the host runs: sound ones take effect, others are refused, and requests in flight see neither.</summary>
public class LastGoodOptionsTests
{
    private const string Accepted = "accepted";
    private const string Forged = nameof(MiniAppInvalidSignatureException);

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    public static MatrixTheoryData<string, (string Setting, string Text, string Fault)> UnsoundChanges => new(Platforms.Select(row => row.Data),
    [
        ("Lifetime", "3600", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour."),
        ("Lifetime", "-00:00:01", "Lifetime must not be negative."),
        ("MaxTokenLength", "0", "MaxTokenLength must be from 1 to 1048576."),
        ("IncludeErrorDetails", "maybe", "IncludeErrorDetails is not a valid Boolean. It is written as true or false."),
        ("WriteProblemDetails", "true", "WriteProblemDetails needs services.AddProblemDetails()."),
    ]);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Rotated_secret_takes_effect_without_a_restart(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (old, @new) = (platform.Secret("the-old"), platform.Secret("the-new"));
        await using var app = await LiveApp.StartAsync(platform, TestSettings.Of(platform, old));
        Assert.Equal((Accepted, Forged), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));

        app.Settings.Change(TestSettings.Of(platform, @new, old));
        Assert.Equal((Accepted, Accepted), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));

        app.Settings.Change(TestSettings.Of(platform, @new));
        Assert.Equal((Forged, Accepted), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));
        Assert.Empty(app.RefusedChanges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Shorter_life_takes_effect_without_a_restart(string name)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret("secret");
        var settings = TestSettings.Of(platform, secret);
        await using var app = await LiveApp.StartAsync(platform, settings);
        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 601)));

        app.Settings.Change([.. settings, ("Lifetime", "00:10:00")]);

        Assert.Equal(nameof(MiniAppExpiredException), await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 601)));
        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 600)));
    }

    [Theory]
    [MemberData(nameof(UnsoundChanges))]
    public async Task Unsound_change_leaves_all_of_the_last_good_settings_in_force(string name, (string Setting, string Text, string Fault) bad)
    {
        var platform = PlatformScheme.Of(name);
        var (old, @new) = (platform.Secret("the-old"), platform.Secret("the-new"));
        await using var app = await LiveApp.StartAsync(platform, TestSettings.Of(platform, old));

        app.Settings.Change([.. TestSettings.Of(platform, @new), (bad.Setting, bad.Text)]);

        Assert.Equal((Accepted, Forged), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));
        var fault = $"Authentication scheme '{name}': {bad.Fault} Fix it in code or in Authentication:Schemes:{name}.";
        var entry = Assert.Single(app.RefusedChanges);
        Assert.Equal((LogLevel.Warning, 3), (entry.Level, entry.EventId.Id));
        Assert.Equal($"{name} keeps its last good settings, because the new ones are unsound. {fault}", entry.Message);
        var health = await app.HealthAsync();
        Assert.Equal((HealthStatus.Degraded, fault), (health.Status, health.Description));

        app.Settings.Change(TestSettings.Of(platform, @new));

        Assert.Equal((Forged, Accepted), (await app.VerdictAsync(platform.SignedBy(old)), await app.VerdictAsync(platform.SignedBy(@new))));
        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
        AssertSilent(app, "the-old", "the-new");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Secret_that_was_lost_or_spoilt_leaves_the_last_one_in_force(string name)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret("hush-hush");
        await using var app = await LiveApp.StartAsync(platform, TestSettings.Of(platform, secret));

        foreach (var change in new (string, string?)[][]
        {
            [],
            [.. platform.OtherSettings],
            TestSettings.Of(platform, ""),
            TestSettings.Of(platform, " "),
            TestSettings.Of(platform, secret, ""),
            [.. TestSettings.Of(platform, secret), ($"{platform.SecretSetting}:0", secret)],
        })
        {
            app.Settings.Change(change);

            Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret)));
            Assert.Equal(HealthStatus.Degraded, (await app.HealthAsync()).Status);
        }

        AssertSilent(app, "hush-hush");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Same_fault_is_logged_once_and_another_one_again(string name)
    {
        var platform = PlatformScheme.Of(name);
        var settings = TestSettings.Of(platform, platform.Secret("secret"));
        await using var app = await LiveApp.StartAsync(platform, settings);

        app.Settings.Change([.. settings, ("Lifetime", "x")]);
        app.Settings.Change([.. settings, ("Lifetime", "y")]);
        Assert.Single(app.RefusedChanges);

        app.Settings.Change([.. settings, ("ClockSkew", "x")]);
        Assert.Equal(2, app.RefusedChanges.Count());

        app.Settings.Change(settings);
        app.Settings.Change([.. settings, ("ClockSkew", "x")]);
        Assert.Equal(3, app.RefusedChanges.Count());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Host_that_never_had_sound_settings_does_not_start(string name)
    {
        var platform = PlatformScheme.Of(name);

        foreach (var settings in new (string, string?)[][] { [], [.. TestSettings.Of(platform, platform.Secret("secret")), ("Lifetime", "x")] })
        {
            var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => LiveApp.StartAsync(platform, settings));
            Assert.Equal(name, exception.OptionsName);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Snapshot_of_a_request_agrees_with_what_is_in_force(string name)
    {
        var platform = PlatformScheme.Of(name);
        var settings = TestSettings.Of(platform, platform.Secret("secret"));
        await using var app = await LiveApp.StartAsync(platform, settings);

        foreach (var (text, expected) in new[] { ("00:10:00", 10), ("x", 10), ("00:20:00", 20), ("y", 20) })
        {
            app.Settings.Change([.. settings, ("Lifetime", text)]);
            for (var request = 0; request < 3; request++)
            {
                using var scope = app.Services.CreateScope();
                Assert.Equal(TimeSpan.FromMinutes(expected), platform.SnapshotOf(scope.ServiceProvider).Lifetime);
            }

            Assert.Equal(TimeSpan.FromMinutes(expected), platform.OptionsOf(app.Services).Lifetime);
        }

        Assert.Equal(2, app.RefusedChanges.Count());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Request_in_flight_is_judged_by_the_settings_that_it_began_with(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (old, @new) = (platform.Secret("the-old"), platform.Secret("the-new"));
        var (entered, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await LiveApp.StartAsync(
            platform,
            builder => platform.AddConfigured(builder.Services.AddAuthentication(), options => options.Events.OnMessageReceived = _ =>
            {
                entered.TrySetResult();
                return released.Task;
            }),
            TestSettings.Of(platform, old));

        var inFlight = app.GetAsync(platform.SignedBy(old));
        await entered.Task;
        app.Settings.Change(TestSettings.Of(platform, @new));
        released.SetResult();

        Assert.Equal(200, (await inFlight).Status);
        Assert.Equal(401, (await app.GetAsync(platform.SignedBy(old))).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Requests_get_right_verdicts_while_settings_change_under_them(string name)
    {
        const int Requests = 1500;
        var platform = PlatformScheme.Of(name);
        var (first, both, none) = (platform.Secret("first"), platform.Secret("both"), platform.Secret("none"));
        var states = new[]
        {
            TestSettings.Of(platform, first, both),
            TestSettings.Of(platform, both),
            [.. TestSettings.Of(platform, none), ("Lifetime", "x")],
        };
        await using var app = await LiveApp.StartAsync(platform, states[0]);
        var tokens = new[] { platform.SignedBy(first), platform.SignedBy(both), platform.SignedBy(none) };
        var answers = new ConcurrentDictionary<(int Token, int Status, string Body), int>();
        var writer = new Lock();

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (request, _) =>
        {
            if (request % 7 == 0)
            {
                lock (writer)
                {
                    app.Settings.Change(states[request / 7 % states.Length]);
                }
            }

            var reply = await app.GetAsync(tokens[request % tokens.Length]);
            answers.AddOrUpdate((request % tokens.Length, reply.Status, reply.Body), 1, (_, count) => count + 1);
        });

        var user = platform.NameIdentifier(42);
        Assert.Equal([(0, 200, user), (0, 401, ""), (1, 200, user), (2, 401, "")], answers.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task What_code_sets_wins_over_every_change(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await LiveApp.StartAsync(
            platform,
            builder => platform.AddTo(builder.Services.AddAuthentication(), options => options.Lifetime = TimeSpan.FromMinutes(5)),
            TestSettings.Of(platform, platform.Secret("configured"), platform.Secret("older")));

        foreach (var secret in new[] { "configured", "older" })
        {
            Assert.Equal(Forged, await app.VerdictAsync(platform.SignedBy(platform.Secret(secret))));
        }

        app.Settings.Change([.. TestSettings.Of(platform, platform.Secret("other"), platform.Secret("older")), ("Lifetime", "00:10:00")]);

        Assert.Equal(Accepted, await app.VerdictAsync(platform.Good()));
        Assert.Equal(Forged, await app.VerdictAsync(platform.SignedBy(platform.Secret("older"))));
        Assert.Equal(TimeSpan.FromMinutes(5), platform.OptionsOf(app.Services).Lifetime);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task List_of_two_sources_is_merged_by_position(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (first, second, @new) = (platform.Secret("first"), platform.Secret("second"), platform.Secret("the-new"));
        await using var app = await LiveApp.StartAsync(
            platform,
            builder =>
            {
                builder.Configuration.Sources.Add(new TestSettings(name, ($"{platform.SecretSetting}:0", @new)));
                platform.AddConfigured(builder.Services.AddAuthentication());
            },
            TestSettings.Of(platform, first, second));

        Assert.Equal(Forged, await app.VerdictAsync(platform.SignedBy(first)));
        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(second)));
        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(@new)));
    }

    private static void AssertSilent(LiveApp app, params string[] secrets) => Assert.All(secrets, secret =>
        Assert.All(app.Logs.Entries, entry => Assert.DoesNotContain(secret, entry.Message + entry.Details, StringComparison.Ordinal)));
}
