using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Several apps or bots, and several secrets of one, in the configuration.</summary>
public class SeveralAppsTests
{
    private const string Vk = "VkMiniApp";
    private const string Telegram = "TelegramMiniApp";
    private const string Max = "MaxMiniApp";
    private const string Hush = "hush-hush";

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Secret_may_be_a_list(string name)
    {
        var platform = PlatformScheme.Of(name);
        string[] secrets = [platform.Secret("first"), platform.Secret("second"), platform.Secret("third")];
        await using var app = await LiveApp.StartAsync(platform, TestSettings.Of(platform, secrets));

        foreach (var secret in secrets)
        {
            Assert.Equal("accepted", await app.VerdictAsync(platform.SignedBy(secret)));
        }

        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(platform.SignedBy(platform.Secret("fourth"))));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Secret_that_is_a_text_here_and_a_list_there_is_refused(string name)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret(Hush);

        await AssertRefusedAsync(
            name,
            $"{platform.SecretSetting} is a text in one place and a list in another.",
            [.. TestSettings.Of(platform, secret), ($"{platform.SecretSetting}:0", secret)]);
    }

    [Theory]
    [InlineData(Vk, "AppSecret is empty.")]
    [InlineData(Telegram, "BotToken must list tokens of one bot.")]
    [InlineData(Max, "BotToken must not be empty and must not hold white space.")]
    public async Task List_of_secrets_with_an_empty_one_is_refused(string name, string fault)
    {
        var platform = PlatformScheme.Of(name);

        foreach (var empty in new[] { "", " ", null })
        {
            await AssertRefusedAsync(
                name,
                fault,
                [.. platform.OtherSettings, ($"{platform.SecretSetting}:0", platform.Secret(Hush)), ($"{platform.SecretSetting}:1", empty)]);
        }
    }

    [Fact]
    public async Task Apps_have_a_key_or_a_list_of_keys_each()
    {
        await using var app = await StartAsync(
            Vk, ("AppId", "1"), ("AppSecret", "one"), ("Apps:2", "two"), ("Apps:3:0", "three"), ("Apps:3:1", "the third"), ("Apps:1", "uno"));

        foreach (var (appId, key) in new[] { (1, "one"), (1, "uno"), (2, "two"), (3, "three"), (3, "the third") })
        {
            Assert.Equal("accepted", await app.VerdictAsync(Launch(appId, key)));
        }

        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(Launch(1, "two")));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(Launch(2, "three")));
        Assert.Equal(nameof(VkLaunchUnknownAppException), await app.VerdictAsync(Launch(4, "one")));
    }

    [Fact]
    public async Task App_comes_and_goes_without_a_restart()
    {
        await using var app = await StartAsync(Vk, ("Apps:1", "one"));
        Assert.Equal(nameof(VkLaunchUnknownAppException), await app.VerdictAsync(Launch(2, "two")));

        app.Settings.Change(("Apps:1", "one"), ("Apps:2", "two"));
        Assert.Equal(("accepted", "accepted"), (await app.VerdictAsync(Launch(1, "one")), await app.VerdictAsync(Launch(2, "two"))));

        app.Settings.Change(("Apps:2", "two"));
        Assert.Equal(nameof(VkLaunchUnknownAppException), await app.VerdictAsync(Launch(1, "one")));
    }

    [Theory]
    [InlineData(Hush)]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+7")]
    [InlineData("007")]
    [InlineData(" 7")]
    [InlineData("7.0")]
    [InlineData("1e3")]
    [InlineData("٧")]
    [InlineData("9223372036854775808")]
    public async Task Name_that_is_no_apps_id_is_refused_without_being_shown(string name)
    {
        var exception = await AssertRefusedAsync(Vk, "Apps has a name that is no app's id.", ("Apps:5", "five"), ($"Apps:{name}", "key"));

        Assert.DoesNotContain(Hush, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Largest_id_is_one() =>
        await (await StartAsync(Vk, ("Apps:9223372036854775807", "key"))).DisposeAsync();

    [Theory]
    [InlineData("Apps:7", "")]
    [InlineData("Apps:7", " ")]
    [InlineData("Apps:7", null)]
    [InlineData("Apps:7:1", "")]
    [InlineData("Apps:7:0:nested", Hush)]
    public async Task App_without_a_key_is_refused(string setting, string? text) =>
        await AssertRefusedAsync(Vk, "Apps:7 needs a protected key that is not empty.", ("Apps:5", Hush), (setting, text));

    [Fact]
    public async Task App_with_an_empty_key_among_others_is_refused() =>
        await AssertRefusedAsync(Vk, "Apps:7 needs a protected key that is not empty.", ("Apps:7:0", Hush), ("Apps:7:1", ""));

    [Fact]
    public async Task Code_replaces_the_keys_of_an_app()
    {
        await using var app = await LiveApp.StartAsync(
            PlatformScheme.Of(Vk),
            builder => builder.Services.AddAuthentication().AddVkMiniApp(options => options.AddApp(1, "of the code")),
            ("Apps:1:0", "one"),
            ("Apps:2", "two"));

        Assert.Equal("accepted", await app.VerdictAsync(Launch(1, "of the code")));
        Assert.Equal("accepted", await app.VerdictAsync(Launch(2, "two")));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(Launch(1, "one")));
    }

    [Fact]
    public async Task Bots_of_telegram_are_tokens_and_bare_ids()
    {
        var own = new TelegramInitDataSigner("3:three", Ed25519SigningKey.Generate());
        await using var app = await LiveApp.StartAsync(
            PlatformScheme.Of(Telegram),
            builder => builder.Services.AddAuthentication().AddTelegramMiniApp(options => options.PublicKey = own.PublicKey),
            ("BotToken", "1:one"),
            ("Bots:0", "2:two"),
            ("Bots:1", "2:the-second"),
            ("Bots:2", "3"),
            ("Bots:3", "1:uno"));

        foreach (var token in new[] { "1:one", "1:uno", "2:two", "2:the-second" })
        {
            Assert.Equal("accepted", await app.VerdictAsync(InitData(new TelegramInitDataSigner(token))));
        }

        Assert.Equal("accepted", await app.VerdictAsync(InitData(own)));
        var forged = new TelegramInitDataSigner("3:three", Ed25519SigningKey.Generate());
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(InitData(forged)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(InitData(new TelegramInitDataSigner("1:two"))));
    }

    [Theory]
    [InlineData(Hush)]
    [InlineData(":" + Hush)]
    [InlineData("0:" + Hush)]
    [InlineData("7:hush hush")]
    [InlineData("7:")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("9223372036854775808")]
    public async Task Text_that_is_no_telegram_bot_is_refused_without_being_shown(string text)
    {
        foreach (var setting in new[] { "Bots", "Bots:0" }.Where(setting => text.Length > 0 || setting != "Bots"))
        {
            await AssertRefusedAsync(
                Telegram, "Bots lists a text that is neither a bot's token nor its id.", ("BotToken", "1:one"), (setting, text));
        }
    }

    [Theory]
    [InlineData("1:one", "2:hush-hush")]
    [InlineData("1:one", "1")]
    [InlineData("1:one", "hush-hush")]
    public async Task Token_of_another_bot_in_the_list_of_one_is_refused(string token, string older) =>
        await AssertRefusedAsync(Telegram, "BotToken must list tokens of one bot.", ("BotToken:0", token), ("BotToken:1", older));

    [Fact]
    public async Task Bots_of_max_are_tokens()
    {
        var platform = PlatformScheme.Of(Max);
        await using var app = await StartAsync(Max, ("BotToken", "one"), ("Bots:0", "two"), ("Bots:1", "three"));

        foreach (var token in new[] { "one", "two", "three" })
        {
            Assert.Equal("accepted", await app.VerdictAsync(platform.SignedBy(token)));
        }

        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(platform.SignedBy("four")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("hush hush")]
    public async Task Text_that_is_no_max_bot_is_refused_without_being_shown(string text) =>
        await AssertRefusedAsync(Max, "Bots lists a text that is empty or holds white space.", ("Bots:0", "one"), ("Bots:1", text));

    [Theory]
    [InlineData(Telegram, "1:one", "2:two")]
    [InlineData(Max, "one", "two")]
    public async Task List_of_bots_that_has_become_empty_has_none(string name, string token, string other)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await StartAsync(name, ("BotToken", token), ("Bots", ""), ("Bots:0", other));
        Assert.Equal(("accepted", "accepted"), (await app.VerdictAsync(platform.SignedBy(token)), await app.VerdictAsync(platform.SignedBy(other))));

        app.Settings.Change(("BotToken", token), ("Bots", ""));

        Assert.Equal("accepted", await app.VerdictAsync(platform.SignedBy(token)));
        Assert.Equal(nameof(MiniAppInvalidSignatureException), await app.VerdictAsync(platform.SignedBy(other)));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Empty_list_in_a_file_is_filled_in_by_another_source(string name)
    {
        var platform = PlatformScheme.Of(name);
        var secret = platform.Secret("first");
        await using var app = await LiveApp.StartAsync(
            platform, [.. platform.OtherSettings, (platform.SecretSetting, ""), ($"{platform.SecretSetting}:0", secret)]);

        Assert.Equal("accepted", await app.VerdictAsync(platform.SignedBy(secret)));
    }

    [Fact]
    public async Task Empty_list_of_apps_is_no_text()
    {
        await using var app = await StartAsync(Vk, ("AppId", "1"), ("AppSecret", "one"), ("Apps", ""));
        Assert.Equal("accepted", await app.VerdictAsync(Launch(1, "one")));
    }

    private static Task<LiveApp> StartAsync(string name, params (string, string?)[] settings) =>
        LiveApp.StartAsync(PlatformScheme.Of(name), settings);

    private static async Task<OptionsValidationException> AssertRefusedAsync(string name, string fault, params (string, string?)[] settings)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(name, settings));

        Assert.Equal(
            $"Authentication scheme '{name}': {fault} Fix it in code or in Authentication:Schemes:{name}.", Assert.Single(exception.Failures));
        return exception;
    }

    private static string Launch(long appId, string key) => new VkLaunchParamsSigner(appId, key)
        .SignToken(new() { UserId = 42, Timestamp = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) });

    private static string InitData(TelegramInitDataSigner signer) => signer
        .SignToken(new() { User = new() { Id = 42 }, AuthDate = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) });
}
