using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What was set and got lost while the host runs: what is in force never becomes laxer by accident.</summary>
public class LostSettingsTests
{
    private const string Accepted = "accepted";
    private const string Expired = nameof(MiniAppExpiredException);
    private const string File = "appsettings.json";
    private const string OtherFile = "other.json";
    private const string Lost = "set before, and lost now. To take a setting out while the host runs, set it to another value.";

    private static readonly (string, string?)[] Strict = [("Lifetime", "00:05:00"), ("IncludeErrorDetails", "true")];

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    /// <summary>What becomes of the file that alone makes the scheme strict, while the keys are in another source.</summary>
    public static MatrixTheoryData<string, (string? Text, string Fault)> Accidents => new(Platforms.Select(row => row.Data),
    [
        ("{ \"Authentication\": { \"Schemes\": ", $"A source of the configuration holds nothing any more: {File}."),
        (null, $"A source of the configuration holds nothing any more: {File}."),
        ("{}", $"A source of the configuration holds nothing any more: {File}."),
        ("{ \"AllowedHosts\": \"*\" }", $"IncludeErrorDetails, Lifetime: {Lost}"),
        ("{ \"Authentication\": { \"Schemes\": { \"{0}\": { \"Lifetime\": null, \"IncludeErrorDetails\": true } } } }", $"Lifetime: {Lost}"),
        ("{ \"Authentication\": { \"Schemes\": { \"{0}\": { \"Lifetme\": \"00:05:00\", \"IncludeErrorDetails\": true } } } }", $"Lifetime: {Lost}"),
        ("{ \"Authentication\": { \"Scheme\": { \"{0}\": { \"Lifetime\": \"00:05:00\", \"IncludeErrorDetails\": true } } } }",
            $"IncludeErrorDetails, Lifetime: {Lost}"),
        ("{ \"Authentication\": { \"Schemes\": { \"{0}\": { \"Lifetime\": { \"Minutes\": 5 }, \"IncludeErrorDetails\": true } } } }",
            "Lifetime is a list or a group. It is one text."),
        ("{ \"Authentication\": { \"Schemes\": { \"{0}\": { \"Lifetime\": [\"00:05:00\"], \"IncludeErrorDetails\": true } } } }",
            "Lifetime is a list or a group. It is one text."),
        ("{ \"Authentication\": { \"Schemes\": { \"{0}\": { \"Lifetime\": \"\", \"IncludeErrorDetails\": true } } } }",
            "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour."),
    ]);

    [Theory]
    [MemberData(nameof(Accidents))]
    public async Task File_that_made_the_scheme_strict_and_is_lost_leaves_it_strict(string name, (string? Text, string Fault) accident)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret("hush-hush");
        var (files, old) = (new HandFiles(), platform.SignedBy(secret, ageInSeconds: 1200));
        await using var app = await StartWithFilesAsync(platform, files, secret);
        Assert.Equal((Expired, Accepted), (await app.VerdictAsync(old), await app.VerdictAsync(platform.SignedBy(secret))));

        files.Save(File, accident.Text?.Replace("{0}", name, StringComparison.Ordinal));
        files.Save(OtherFile, "{ \"other\": 2 }");

        Assert.Equal((Expired, Accepted), (await app.VerdictAsync(old), await app.VerdictAsync(platform.SignedBy(secret))));
        var fault = $"Authentication scheme '{name}': {accident.Fault} Fix it in code or in Authentication:Schemes:{name}.";
        var health = await app.HealthAsync();
        Assert.Equal((HealthStatus.Degraded, fault), (health.Status, health.Description));
        var entry = Assert.Single(app.RefusedChanges);
        Assert.Equal((LogLevel.Warning, $"{name} keeps its last good settings, because the new ones are unsound. {fault}"), (entry.Level, entry.Message));
        Assert.Empty(app.TakenChanges);

        files.Save(File, Json(name, Strict));

        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
        Assert.Equal(Expired, await app.VerdictAsync(old));
        Assert.Single(app.Logs.Entries, logged => logged.EventId.Name == "SettingsRestored");
        app.Logs.AssertSilentAbout("hush-hush");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Stricter_file_over_a_laxer_one_that_is_lost_leaves_it_strict(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (secret, files) = (platform.Secret("secret"), new HandFiles());
        await using var app = await LiveApp.StartAsync(
            platform,
            builder =>
            {
                files.AddTo(builder.Configuration, File, Json(name, ("Lifetime", "01:00:00"), ("IncludeErrorDetails", "false")));
                files.AddTo(builder.Configuration, OtherFile, Json(name, ("Lifetime", "00:05:00")));
                platform.AddConfigured(builder.Services.AddAuthentication());
            },
            TestSettings.Of(platform, secret));

        foreach (var (text, fault) in new[]
        {
            ("{", $"A source of the configuration holds nothing any more: {OtherFile}."),
            (Json(name, ("Realm", "a")), $"Lifetime: {Lost}"),
        })
        {
            files.Save(OtherFile, text);
            files.Save(File, Json(name, ("Lifetime", "02:00:00"), ("IncludeErrorDetails", "true")));

            Assert.Equal(Expired, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 301)));
            Assert.Contains(fault, (await app.HealthAsync()).Description, StringComparison.Ordinal);
        }

        files.Save(OtherFile, Json(name, ("Lifetime", "02:00:00")));

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 301)));
        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
    }

    /// <summary>The scheme's own section says nothing of what is lost here: code reads another one, in one of its ways.</summary>
    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task File_that_code_reads_settings_of_and_is_lost_leaves_the_scheme_strict(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (secret, files) = (platform.Secret("secret"), new HandFiles());
        await using var app = await LiveApp.StartAsync(
            platform,
            builder =>
            {
                files.AddTo(builder.Configuration, File, "{ \"Own\": { \"Lifetime\": \"00:05:00\" } }");
                files.AddTo(builder.Configuration, OtherFile, "{ \"other\": 1 }");
                platform.AddConfigured(
                    builder.Services.AddAuthentication(),
                    options => options.Lifetime = builder.Configuration.GetValue("Own:Lifetime", TimeSpan.FromHours(1)));
            },
            TestSettings.Of(platform, secret));

        foreach (var lost in new[] { "{", "{}", null })
        {
            files.Save(File, lost);
            files.Save(OtherFile, "{ \"other\": 2 }");

            Assert.Equal(Expired, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 301)));
            Assert.Contains($"holds nothing any more: {File}.", (await app.HealthAsync()).Description, StringComparison.Ordinal);
        }

        Assert.Single(app.RefusedChanges);
        files.Save(File, "{ \"Own\": { \"Lifetime\": \"00:10:00\" } }");

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 301)));
        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Setting_that_moves_to_another_source_is_not_lost(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (secret, files) = (platform.Secret("secret"), new HandFiles());
        await using var app = await StartWithFilesAsync(platform, files, secret);

        files.Save(OtherFile, Json(name, Strict));
        files.Save(File, "{ \"AllowedHosts\": \"*\" }");

        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
        Assert.Empty(app.TakenChanges);

        files.Save(OtherFile, Json(name, ("Lifetime", "00:10:00"), ("IncludeErrorDetails", "true")));

        Assert.Equal([$"{name} took a change of its settings: Lifetime."], app.TakenChanges);
        Assert.Equal(TimeSpan.FromMinutes(10), platform.OptionsOf(app.Services).Lifetime);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Deliberate_change_is_taken_and_logged_once_with_its_names_alone(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (first, second) = (platform.Secret("hush-one"), platform.Secret("hush-two"));
        await using var app = await LiveApp.StartAsync(platform, [.. TestSettings.Of(platform, first, second), .. Strict]);
        var key = platform.SecretSetting;

        (string, string?)[] longer = [.. TestSettings.Of(platform, second), ("Lifetime", "00:06:00"), ("IncludeErrorDetails", "false")];

        foreach (var (change, names) in new ((string, string?)[], string?)[]
        {
            ([.. TestSettings.Of(platform, first, second), .. Strict], null),
            ([.. TestSettings.Of(platform, second, first), .. Strict], key),
            ([.. TestSettings.Of(platform, second), .. Strict], key),
            (longer, "IncludeErrorDetails, Lifetime"),
            ([.. longer, ("Realm", "a")], "Realm"),
            ([.. longer, ("Realm", "a")], null),
        })
        {
            var known = app.TakenChanges.Count();
            app.Settings.Change(change);

            string[] expected = names is null ? [] : [$"{name} took a change of its settings: {names}."];
            Assert.Equal(expected, app.TakenChanges.Skip(known));
        }

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(second)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(platform.SignedBy(first)));
        Assert.Empty(app.RefusedChanges);
        app.Logs.AssertSilentAbout("hush-one", "hush-two");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Key_that_is_rotated_while_something_is_lost_comes_into_force_with_the_repair(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (old, @new) = (platform.Secret("the-old"), platform.Secret("the-new"));
        await using var app = await LiveApp.StartAsync(platform, [.. TestSettings.Of(platform, old), .. Strict]);

        app.Settings.Change(TestSettings.Of(platform, @new));
        app.Settings.Change([.. TestSettings.Of(platform, @new), ("Lifetime", "00:05:00")]);

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(old)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(platform.SignedBy(@new)));
        Assert.Equal(2, app.RefusedChanges.Count());

        app.Settings.Change([.. TestSettings.Of(platform, @new), .. Strict]);

        Assert.Equal(Accepted, await app.VerdictAsync(platform.SignedBy(@new)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(platform.SignedBy(old)));
        Assert.Equal((HealthStatus.Healthy, null), ((await app.HealthAsync()).Status, (await app.HealthAsync()).Description));
        Assert.Equal([$"{name} took a change of its settings: {platform.SecretSetting}."], app.TakenChanges);
    }

    [Theory]
    [InlineData("VkMiniApp", "AppId=7;AppSecret=a", "Apps:8=b")]
    [InlineData("VkMiniApp", "Apps:8=b", "AppId=7;AppSecret=a")]
    [InlineData("TelegramMiniApp", "BotToken=7:a", "Bots:0=7:a;Bots:1=8:b")]
    [InlineData("TelegramMiniApp", "BotToken=7:a", "BotId=7")]
    [InlineData("MaxMiniApp", "BotToken=a", "Bots:0=a;Bots:1=b")]
    public async Task Keys_may_give_way_to_others_in_another_place(string name, string before, string after)
    {
        await using var app = await LiveApp.StartAsync(PlatformScheme.Of(name), Read(before));

        app.Settings.Change(Read(after));

        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
        Assert.Single(app.TakenChanges);
    }

    [Theory]
    [InlineData("VkMiniApp", "AppId=7;AppSecret=a;Apps:8=b", "AppId=7;AppSecret=a", "Apps")]
    [InlineData("VkMiniApp", "AppId=7;AppSecret=a;AllowOdnoklassniki=true", "Apps:8=b", "AllowOdnoklassniki")]
    [InlineData("TelegramMiniApp", "BotToken=7:a;RequireBothProofs=true", "BotToken=7:a", "RequireBothProofs")]
    [InlineData("TelegramMiniApp", "BotToken=7:a;RequireBothProofs=true", "Bots:0=7:a", "RequireBothProofs")]
    [InlineData("TelegramMiniApp", "BotToken=7:a;Bots:0=8:b", "BotToken=7:a", "Bots")]
    [InlineData("TelegramMiniApp", "BotToken=7:a;Environment=Test", "BotToken=7:a", "Environment")]
    [InlineData("MaxMiniApp", "BotToken=a;Bots:0=b", "Bots:0=b", "BotToken")]
    public async Task Setting_that_is_gone_without_a_word_is_lost(string name, string before, string after, string lost)
    {
        await using var app = await LiveApp.StartAsync(PlatformScheme.Of(name), Read(before));

        app.Settings.Change(Read(after));

        Assert.Contains($"{lost}: {Lost}", (await app.HealthAsync()).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_apps_may_become_fewer()
    {
        await using var app = await LiveApp.StartAsync(PlatformScheme.Of("VkMiniApp"), Read("Apps:7=a;Apps:8:0=b;Apps:8:1=c"));

        app.Settings.Change(Read("Apps:8=c"));

        Assert.Equal(HealthStatus.Healthy, (await app.HealthAsync()).Status);
        Assert.Equal(["VkMiniApp took a change of its settings: Apps."], app.TakenChanges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Change_that_throws_in_code_leaves_the_last_good_settings_and_tells_the_kind_alone(string name)
    {
        var platform = PlatformScheme.Of(name);
        var (secret, isBroken) = (platform.Secret("secret"), false);
        await using var app = await LiveApp.StartAsync(
            platform,
            builder => platform.AddConfigured(
                builder.Services.AddAuthentication(),
                options => options.Lifetime = isBroken ? throw new TimeoutException("no answer from vault://user:hush-hush@vault") : options.Lifetime),
            [.. TestSettings.Of(platform, secret), .. Strict]);

        isBroken = true;
        app.Settings.Change([.. TestSettings.Of(platform, secret), ("Lifetime", "02:00:00"), ("IncludeErrorDetails", "true")]);

        Assert.Equal(Expired, await app.VerdictAsync(platform.SignedBy(secret, ageInSeconds: 301)));
        Assert.EndsWith("because of System.TimeoutException.", (await app.HealthAsync()).Description, StringComparison.Ordinal);
        app.Logs.AssertSilentAbout("hush-hush");
    }

    private static Task<LiveApp> StartWithFilesAsync(PlatformScheme platform, HandFiles files, string secret) => LiveApp.StartAsync(
        platform,
        builder =>
        {
            files.AddTo(builder.Configuration, File, Json(platform.Name, Strict));
            files.AddTo(builder.Configuration, OtherFile, "{ \"other\": 1 }");
            platform.AddConfigured(builder.Services.AddAuthentication());
        },
        TestSettings.Of(platform, secret));

    private static string Json(string scheme, params (string Setting, string? Text)[] settings)
    {
        var section = settings.ToDictionary(setting => setting.Setting, setting => setting.Text, StringComparer.Ordinal);
        return JsonSerializer.Serialize(new { Authentication = new { Schemes = new Dictionary<string, object>(StringComparer.Ordinal) { [scheme] = section } } });
    }

    private static (string, string?)[] Read(string settings) =>
        [.. settings.Split(';').Select(setting => setting.Split('=')).Select(setting => (setting[0], (string?)setting[1]))];
}
