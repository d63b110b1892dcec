using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a host says to somebody who wrote a setting in the wrong way.</summary>
public class SettingsHintTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    public static MatrixTheoryData<string, (string Setting, string Text, string Fault)> WrongForms => new(Platforms.Select(row => row.Data),
    [
        ("Lifetime", "15", "Lifetime is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour."),
        ("ClockSkew", "1m", "ClockSkew is not a valid TimeSpan. It is written as hh:mm:ss or d.hh:mm:ss, such as 00:15:00 for a quarter of an hour."),
        ("IncludeErrorDetails", "yes", "IncludeErrorDetails is not a valid Boolean. It is written as true or false."),
        ("MaxParameters", "1e2", "MaxParameters is not a valid Int32. It is written as decimal digits."),
        ("Lifetime:0", "00:15:00", "Lifetime is a list or a group. It is one text."),
        ("Realm:Name", "hush-hush", "Realm is a list or a group. It is one text."),
        ("MaxTokenLength:Value", "1", "MaxTokenLength is a list or a group. It is one text."),
    ]);

    [Theory]
    [MemberData(nameof(WrongForms))]
    public Task Wrong_form_is_refused_with_the_right_one(string name, (string Setting, string Text, string Fault) bad)
    {
        var platform = PlatformScheme.Of(name);

        return AssertRefusedAsync(platform, bad.Fault, [.. TestSettings.Of(platform, platform.Secret("hush-hush")), (bad.Setting, bad.Text)]);
    }

    [Theory]
    [InlineData("TelegramMiniApp", "BotToken=7:{0}", "BotToken must be the bot's id, a colon and more, without white space.")]
    [InlineData("TelegramMiniApp", "BotToken:0=7:a;BotToken:1=7:{0}", "BotToken must be the bot's id, a colon and more, without white space.")]
    [InlineData("TelegramMiniApp", "Bots:0=7:a;Bots:1=7:{0}", "Bots lists a text with white space around it. A bot's token or id is written without.")]
    [InlineData("MaxMiniApp", "BotToken={0}", "BotToken must not be empty and must not hold white space.")]
    [InlineData("MaxMiniApp", "BotToken:0=a;BotToken:1={0}", "BotToken must not be empty and must not hold white space.")]
    [InlineData("MaxMiniApp", "Bots:0={0}", "Bots lists a text that is empty or holds white space.")]
    public async Task Secret_with_white_space_around_it_is_refused(string name, string settings, string fault)
    {
        foreach (var padded in new[] { "hush-hush ", "hush-hush\n", "hush-hush\r\n", "hush-hush\t", "hush-hush\u00a0" })
        {
            await AssertRefusedAsync(PlatformScheme.Of(name), fault, Read(settings.Replace("{0}", padded, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("VkMiniApp", "AppId=7;AppSecret={0}", "AppSecret")]
    [InlineData("VkMiniApp", "AppId=7;AppSecret:0=a;AppSecret:1={0}", "AppSecret")]
    [InlineData("VkMiniApp", "Apps:7={0}", "Apps")]
    [InlineData("VkMiniApp", "Apps:7:0=a;Apps:7:1={0}", "Apps")]
    [InlineData("ShopMiniApp", "Secret={0}", "Secret")]
    public async Task Secret_with_white_space_around_it_is_warned_of_where_the_platform_takes_any(string name, string settings, string setting)
    {
        foreach (var padded in new[] { " hush-hush", "hush-hush\n", "hush-hush\r\n", "hush-hush\t", "hush-hush\u00a0" })
        {
            await using var app = await LiveApp.StartAsync(PlatformScheme.Of(name), Read(settings.Replace("{0}", padded, StringComparison.Ordinal)));
            app.Settings.Change([.. Read(settings.Replace("{0}", padded, StringComparison.Ordinal)), ("Realm", "a")]);

            var entry = Assert.Single(app.Logs.Entries, logged => logged.EventId.Name == "SettingsPadded");
            Assert.Equal(
                (LogLevel.Warning, $"Authentication:Schemes:{name} has a key with white space, a quotation mark or an invisible character "
                    + $"around it: {setting}. "
                    + "No launch is signed with such a key; write it without."),
                (entry.Level, entry.Message));
            app.Logs.AssertSilentAbout("hush-hush");
        }
    }

    [Theory]
    [InlineData("VkMiniApp", "Lifetme", "Lifetime")]
    [InlineData("VkMiniApp", "Secret", "AppSecret")]
    [InlineData("VkMiniApp", "AppSecrets", "AppSecret")]
    [InlineData("TelegramMiniApp", "RequireBothProof", "RequireBothProofs")]
    [InlineData("TelegramMiniApp", "Token", "BotToken")]
    [InlineData("MaxMiniApp", "Bot", "Bots")]
    [InlineData("MaxMiniApp", "max_parameters", "MaxParameters")]
    [InlineData("ShopMiniApp", "Secrets", "Secret")]
    public async Task Unknown_name_is_told_once_at_the_start_and_at_a_change(string name, string unknown, string nearest)
    {
        var platform = PlatformScheme.Of(name);
        var good = TestSettings.Of(platform, platform.Secret("secret"));
        var warning = $"Authentication:Schemes:{name} has names that nothing reads: {unknown} (the nearest setting is {nearest}).";

        await using (var app = await LiveApp.StartAsync(platform, [.. good, (unknown, "hush-hush")]))
        {
            Assert.Equal([warning], Warnings(app));
            app.Settings.Change([.. good, (unknown, "hush-hush"), ("Realm", "a")]);
            Assert.Equal([warning], Warnings(app));
            app.Logs.AssertSilentAbout("hush-hush");
        }

        await using (var app = await LiveApp.StartAsync(platform, good))
        {
            Assert.Empty(Warnings(app));
            app.Settings.Change([.. good, ($"{unknown}:0", "hush-hush")]);
            Assert.Equal([warning], Warnings(app));
            app.Settings.Change(good);
            app.Settings.Change([.. good, (unknown, "hush-hush")]);
            Assert.Equal([warning, warning], Warnings(app));
            app.Logs.AssertSilentAbout("hush-hush");
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Unknown_name_is_told_with_what_it_keeps_from_starting(string name)
    {
        var platform = PlatformScheme.Of(name);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            LiveApp.StartAsync(platform, [.. platform.OtherSettings, (platform.SecretSetting + "s", platform.Secret("hush-hush"))]));

        Assert.Contains($" is missing", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"That section has names that nothing reads: {platform.SecretSetting}s (the nearest setting is {platform.SecretSetting}).",
            exception.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Known_names_in_any_case_are_told_to_nobody(string name)
    {
        var platform = PlatformScheme.Of(name);
        (string, string?)[] settings =
        [
            .. TestSettings.Of(platform, platform.Secret("secret")),
            ("lifetime", "00:15:00"), ("CLOCKSKEW", "00:00:30"), ("MaxTokenLength", "1000"), ("MaxParameters", "100"), ("IncludeErrorDetails", "true"),
            ("Realm", "a"), ("WriteProblemDetails", "false"), ("IncludeUserIdInTraces", "false"),
        ];
        await using var app = await LiveApp.StartAsync(platform, settings);

        Assert.Empty(Warnings(app));
        Assert.Equal(TimeSpan.FromMinutes(15), platform.OptionsOf(app.Services).Lifetime);
    }

    [Theory]
    [InlineData("VkMiniApp", "AppId=7;AppSecret:0=hush-hush;AppSecret:1=b")]
    [InlineData("VkMiniApp", "AppId=hush-hush")]
    [InlineData("TelegramMiniApp", "BotToken:0=7:hush-hush;BotToken:1=7:b")]
    [InlineData("MaxMiniApp", "BotToken:0=hush-hush;BotToken:1=b")]
    public async Task List_that_code_binds_is_refused_in_words_that_help(string name, string settings)
    {
        var platform = PlatformScheme.Of(name);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => LiveApp.StartAsync(platform, builder =>
        {
            builder.Configuration.Sources.Add(new TestSettings("own", Read(settings)));
            platform.Bind(builder.Services, name, builder.Configuration.GetSection("Authentication:Schemes:own"));
            platform.AddConfigured(builder.Services.AddAuthentication());
        }));

        Assert.Equal(
            $"Authentication scheme '{name}': code binds its options to a section of the configuration, and a value there does not fit. The binder "
            + $"knows one text for a key, and neither lists of them nor groups: those are read in Authentication:Schemes:{name}, without any "
            + "binding, or added in code.",
            exception.Message);
        Assert.DoesNotContain("hush-hush", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Service_of_a_request_keeps_the_host_from_starting(string name)
    {
        var platform = PlatformScheme.Of(name);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartWithAsync(builder =>
        {
            builder.Services.AddScoped(_ => new SecretStore(platform.Secret("secret")));
            platform.AddStored(builder.Services.AddAuthentication(), isWatched: false);
        }));

        Assert.Equal(
            $"Authentication scheme '{name}': its settings come from MiniApp.AspNetCore.Tests.SecretStore, which is registered for each request "
            + "(AddScoped). Settings belong to no request, so it has to be a singleton (AddSingleton).",
            exception.Message);
    }

    private static IEnumerable<string> Warnings(LiveApp app) =>
        app.Logs.Entries.Where(entry => entry is { EventId.Name: "SettingsUnknown", Level: LogLevel.Warning }).Select(entry => entry.Message);

    private static async Task AssertRefusedAsync(PlatformScheme platform, string fault, (string, string?)[] settings)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => LiveApp.StartAsync(platform, settings));

        Assert.Equal(
            $"Authentication scheme '{platform.Name}': {fault} Fix it in code or in Authentication:Schemes:{platform.Name}.", exception.Message);
        Assert.DoesNotContain("hush-hush", exception.ToString(), StringComparison.Ordinal);
    }

    private static (string, string?)[] Read(string settings) =>
        [.. settings.Split(';').Select(setting => setting.Split('=')).Select(setting => (setting[0], (string?)setting[1]))];
}
