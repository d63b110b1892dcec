using Microsoft.Extensions.DependencyInjection;

namespace MiniAppBackend.Tests;

/// <summary>What a newcomer gets wrong in the settings, and what the program says of it when it starts.</summary>
public sealed class NewcomerSettingMistakeTests
{
    private const string Section = "Authentication:Schemes:VkMiniApp:";

    private static readonly NewcomerPlatform Vk = NewcomerPlatform.Vk;

    public static TheoryData<string> Platforms => NewcomerPlatform.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Sound_settings_start_in_silence(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await platform.StartAsync();

        Assert.Equal(200, (await app.AskAsync($"{platform.Word} {platform.Good()}")).Status);
        Assert.Empty(app.Console);
    }

    [Theory]
    [InlineData("VkMiniApp", MistakeWords.MissingId)]
    [InlineData("TelegramMiniApp", MistakeWords.MissingToken)]
    [InlineData("MaxMiniApp", MistakeWords.MissingToken)]
    public async Task No_settings(string scheme, string words) => Assert.StartsWith(
        $"Authentication scheme '{scheme}': {words}", await FailAsync(NewcomerPlatform.Of(scheme), []), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Settings_in_the_wrong_section(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        foreach (var start in new[] { $"{scheme}:", $"Authentication:{scheme}:", $"Authentication:Schemes:My{scheme}:", "" })
        {
            var settings = platform.SettingsAt(start);
            Assert.EndsWith(
                $"{MistakeWords.Elsewhere} {string.Join(", ", settings.Select(setting => setting.Path))}.",
                await FailAsync(platform, settings),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task One_underscore_in_a_variable_of_the_environment(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        var settings = platform.SettingsAt($"Authentication_Schemes_{scheme}_");
        var said = await FailAsync(platform, settings);

        Assert.Contains($"{MistakeWords.Elsewhere} {settings[0].Path}", said, StringComparison.Ordinal);
        Assert.Contains($"{MistakeWords.Underscores} Authentication__Schemes__{scheme}__", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_another_scheme_are_nobodys_mistake() => Assert.EndsWith(
        "Fix it in code or in Authentication:Schemes:TelegramMiniApp.",
        await NewcomerApp.FailToStartAsync(NewcomerPlatform.Max.Settings, builder =>
        {
            NewcomerPlatform.Max.Build(builder);
            NewcomerPlatform.Telegram.Build(builder);
        }),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_id_with_letters() =>
        Assert.Contains(MistakeWords.NoNumber, await FailAsync(Vk, [(Section + "AppId", "app6736218"), Vk.Settings[1]]), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_bare_number_for_a_time(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);

        Assert.Equal(
            $"Authentication scheme '{scheme}': {MistakeWords.NoTime} Fix it in code or in Authentication:Schemes:{scheme}.",
            await FailAsync(platform, [.. platform.Settings, ($"Authentication:Schemes:{scheme}:Lifetime", "15")]));
    }

    [Fact]
    public async Task A_key_for_an_apps_name() =>
        Assert.Contains(MistakeWords.NoAppId, await FailAsync(Vk, [($"{Section}Apps:{Vk.Key}", "6736218")]), StringComparison.Ordinal);

    [Fact]
    public async Task A_bots_token_without_its_id() => Assert.Contains(
        MistakeWords.NoBotId,
        await FailAsync(NewcomerPlatform.Telegram, [("Authentication:Schemes:TelegramMiniApp:BotToken", "AAtoken-of-the-bot")]),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_misspelt_setting(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        var (section, settings) = ($"Authentication:Schemes:{scheme}:", platform.Settings);
        var misspelt = platform.KeySetting.Replace("e", "", StringComparison.Ordinal);

        Assert.EndsWith(
            $"That section {MistakeWords.Misspelt} {misspelt} (the nearest setting is {platform.KeySetting}).",
            await FailAsync(platform, [.. settings[..^1], (section + misspelt, platform.Key)]),
            StringComparison.Ordinal);

        await using var app = await NewcomerApp.StartAsync([.. settings, (section + "Lifetme", "00:15:00")], platform.Build);
        Assert.StartsWith(
            $"Authentication:Schemes:{scheme} {MistakeWords.Misspelt} Lifetme (the nearest setting is Lifetime).",
            Assert.Single(app.Console),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VkMiniApp", "{0}\n")]
    [InlineData("VkMiniApp", "\ufeff{0}")]
    [InlineData("VkMiniApp", "\"{0}\"")]
    [InlineData("VkMiniApp", "'{0}'")]
    [InlineData("MaxMiniApp", "\ufeff{0}")]
    [InlineData("MaxMiniApp", "\"{0}\"")]
    public async Task A_key_with_something_around_it(string scheme, string padded)
    {
        var platform = NewcomerPlatform.Of(scheme);
        (string, string) key = (platform.Settings[^1].Path, padded.Replace("{0}", platform.Key, StringComparison.Ordinal));
        await using var app = await NewcomerApp.StartAsync([.. platform.Settings[..^1], key], platform.Build);

        Assert.StartsWith(
            $"Authentication:Schemes:{scheme} {MistakeWords.Padded} {platform.KeySetting}.", AssertSingle(app, platform), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f10b9ff6f10b9ff6f10b9ff69bf24f31dfff10bf10b9ff6b2b3a1fc6a0c3f5d1b3aa")]
    [InlineData("vk1.a.token-of-a-user")]
    public async Task The_service_key_or_a_users_token_for_the_protected_key(string key)
    {
        await using var app = await NewcomerApp.StartAsync([Vk.Settings[0], (Section + "AppSecret", key)], Vk.Build);

        Assert.StartsWith($"Authentication scheme 'VkMiniApp': {MistakeWords.ServiceKey}", Assert.Single(app.Console), StringComparison.Ordinal);
        Assert.DoesNotContain(key, Assert.Single(app.Console), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Telegram_bots_token_for_MAX()
    {
        var token = $"51000001:{new string('A', 35)}";
        await using var app = await NewcomerApp.StartAsync([(NewcomerPlatform.Max.Settings[0].Path, token)], NewcomerPlatform.Max.Build);

        Assert.StartsWith($"Authentication scheme 'MaxMiniApp': {MistakeWords.TokenOfTelegram}", Assert.Single(app.Console), StringComparison.Ordinal);
        Assert.DoesNotContain(token, Assert.Single(app.Console), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Problem_details_without_the_service(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);

        Assert.Contains(
            MistakeWords.NoProblemDetails,
            await NewcomerApp.FailToStartAsync(platform.Settings, builder => platform.Add(builder.Services.AddAuthentication(), true)),
            StringComparison.Ordinal);
    }

    /// <summary>What keeps it from starting. Nothing of it is a key.</summary>
    private static async Task<string> FailAsync(NewcomerPlatform platform, (string Path, string Value)[] settings)
    {
        var said = await NewcomerApp.FailToStartAsync(settings, platform.Build);
        Assert.DoesNotContain(platform.Key, said, StringComparison.Ordinal);
        return said;
    }

    private static string AssertSingle(NewcomerApp app, NewcomerPlatform platform)
    {
        var said = Assert.Single(app.Console);
        Assert.DoesNotContain(platform.Key, said, StringComparison.Ordinal);
        return said;
    }
}
