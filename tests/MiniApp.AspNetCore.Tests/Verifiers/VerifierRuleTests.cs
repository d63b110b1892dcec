using MaxMiniApp;
using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The rules that a scheme's settings have for its further verifiers, and the bots that these can't serve.</summary>
public sealed class VerifierRuleTests
{
    private const long Now = TestApp.Now;
    private const string Token = "51000001:hush";

    [Theory]
    [InlineData(null, 300)]
    [InlineData("00:00:10", 10)]
    [InlineData("00:00:00", 0)]
    public async Task Created_hash_is_good_for_exactly_its_own_age(string? setting, long seconds)
    {
        await using var app = await StartAsync("VkMiniApp", builder => builder.AddVkMiniApp(), ("AppId", "7"), ("AppSecret", "key"), ("CreatedHashLifetime", setting));
        using var request = app.Services.CreateScope();
        var services = request.ServiceProvider;
        var launch = services.GetRequiredService<VkLaunchParamsVerifier>()
            .Verify(new VkLaunchParamsSigner(7, "key").SignQuery(new() { UserId = 42, Timestamp = At(0) })).LaunchParams;

        Assert.Equal(VkCreatedHashFailure.None, Verify(seconds));
        Assert.Equal(VkCreatedHashFailure.Expired, Verify(seconds + 1));
        Assert.Equal(VkCreatedHashFailure.None, Verify(-20));
        Assert.Equal(VkCreatedHashFailure.NotYetValid, Verify(-21));

        VkCreatedHashFailure Verify(long age) => services.GetRequiredService<VkCreatedHashVerifier>()
            .Verify(launch, "order", Now - age, new VkCreatedHashSigner(7, "key").Sign(42, "order", Now - age)).Failure;
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("00:00:10", 10)]
    public async Task Telegrams_contact_is_good_for_exactly_its_own_lifetime(string? setting, long seconds)
    {
        await using var app = await StartAsync("TelegramMiniApp", builder => builder.AddTelegramMiniApp(), ("BotToken", Token), ("ContactLifetime", setting));
        using var request = app.Services.CreateScope();

        Assert.Equal(TelegramContactFailure.None, Verify(seconds));
        Assert.Equal(TelegramContactFailure.Expired, Verify(seconds + 1));
        Assert.Equal(TelegramContactFailure.None, Verify(-20));
        Assert.Equal(TelegramContactFailure.NotYetValid, Verify(-21));

        TelegramContactFailure Verify(long age) => request.ServiceProvider.GetRequiredService<TelegramContactVerifier>()
            .Verify(new TelegramContactSigner(Token).Sign(new() { UserId = 42, PhoneNumber = "7" }, At(age)), 42).Failure;
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("00:00:10", 10)]
    public async Task Sign_in_by_the_Login_Widget_is_good_for_exactly_its_own_lifetime(string? setting, long seconds)
    {
        await using var app = await StartAsync("TelegramMiniApp", builder => builder.AddTelegramMiniApp(), ("BotToken", Token), ("LoginWidgetLifetime", setting));
        using var request = app.Services.CreateScope();

        Assert.Equal(TelegramLoginWidgetFailure.None, Verify(seconds));
        Assert.Equal(TelegramLoginWidgetFailure.Expired, Verify(seconds + 1));
        Assert.Equal(TelegramLoginWidgetFailure.None, Verify(-20));
        Assert.Equal(TelegramLoginWidgetFailure.NotYetValid, Verify(-21));

        TelegramLoginWidgetFailure Verify(long age) => request.ServiceProvider.GetRequiredService<TelegramLoginWidgetVerifier>()
            .Verify(new TelegramLoginWidgetSigner(Token).Sign(new() { Id = 42 }, At(age))).Failure;
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("00:00:10", 10)]
    public async Task Maxs_contact_is_good_for_exactly_its_own_lifetime(string? setting, long seconds)
    {
        await using var app = await StartAsync("MaxMiniApp", builder => builder.AddMaxMiniApp(), ("BotToken", "hush"), ("ContactLifetime", setting));
        using var request = app.Services.CreateScope();

        Assert.Equal(MaxContactFailure.None, Verify(seconds));
        Assert.Equal(MaxContactFailure.Expired, Verify(seconds + 1));
        Assert.Equal(MaxContactFailure.None, Verify(-20));
        Assert.Equal(MaxContactFailure.NotYetValid, Verify(-21));

        MaxContactFailure Verify(long age) => request.ServiceProvider.GetRequiredService<MaxContactVerifier>()
            .Verify("7", Now - age, new MaxContactSigner("hush").Sign("7", Now - age, 42), 42).Failure;
    }

    [Fact]
    public async Task Bad_settings_of_further_verifiers_stop_the_host_and_are_named()
    {
        await AssertStopsAsync("VkMiniApp", builder => builder.AddVkMiniApp(), "CreatedHashLifetime", ("AppId", "7"), ("AppSecret", "hush"));
        await AssertStopsAsync("TelegramMiniApp", builder => builder.AddTelegramMiniApp(), "ContactLifetime", ("BotToken", Token));
        await AssertStopsAsync("TelegramMiniApp", builder => builder.AddTelegramMiniApp(), "LoginWidgetLifetime", ("BotToken", Token));
        await AssertStopsAsync("MaxMiniApp", builder => builder.AddMaxMiniApp(), "ContactLifetime", ("BotToken", "hush"));
    }

    [Fact]
    public async Task Verifiers_know_every_app_and_every_bot_of_a_scheme()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddAuthentication()
            .AddVkMiniApp(options => options.AddApp(8, "new", "old"))
            .AddTelegramMiniApp(options =>
            {
                options.BotToken = "51000001:a";
                options.AddBot("51000001:b");
                options.AddBot("51000002:c", "51000002:d");
            })
            .AddMaxMiniApp(options =>
            {
                options.BotToken = "a";
                options.AddBot("b", "c");
            }));
        using var request = app.Services.CreateScope();
        var services = request.ServiceProvider;

        foreach (var token in new[] { "51000001:a", "51000001:b", "51000002:c", "51000002:d" })
        {
            Assert.Equal(token[..8], $"{services.GetRequiredService<TelegramContactVerifier>().Verify(Contact(token), 42).BotId}");
            Assert.Equal(token[..8], $"{services.GetRequiredService<TelegramLoginWidgetVerifier>().Verify(Widget(token)).BotId}");
        }

        Assert.All(["a", "b", "c"], token => Assert.True(
            services.GetRequiredService<MaxContactVerifier>().Verify("7", Now, new MaxContactSigner(token).Sign("7", Now, 42), 42).Succeeded));
        Assert.All(["new", "old"], key => Assert.True(services.GetRequiredService<VkPaymentNotificationVerifier>()
            .Verify(new VkPaymentNotificationSigner(8, key).SignBody("get_item", new Dictionary<string, string>())).Succeeded));
    }

    [Fact]
    public async Task Bot_that_is_known_by_its_key_has_contacts_and_no_widget()
    {
        await using var app = await StartTelegramAsync(options => options.AddBot(51000001, TelegramSecretKey.Derive(Token)));
        using var request = app.Services.CreateScope();

        Assert.True(request.ServiceProvider.GetRequiredService<TelegramContactVerifier>().Verify(Contact(Token), 42).Succeeded);
        AssertRefused(
            "Authentication scheme 'TelegramMiniApp': The Login Widget proves a sign-in with a bot's token, and none is known, be there a key or an id: "
                + "BotToken is missing. Fix it in code or in Authentication:Schemes:TelegramMiniApp.",
            request.ServiceProvider.GetRequiredService<TelegramLoginWidgetVerifier>);
    }

    [Fact]
    public async Task Bot_that_is_known_by_its_id_alone_has_neither_and_the_answer_names_scheme_and_setting()
    {
        await using var app = await StartTelegramAsync(options => options.BotId = 51000001);
        using var request = app.Services.CreateScope();

        Assert.NotNull(request.ServiceProvider.GetRequiredService<TelegramInitDataVerifier>());
        AssertRefused(
            "Authentication scheme 'TelegramMiniApp': A contact is proved with the key of a bot's token, and of every bot nothing but the id is known: "
                + "BotToken is missing. Fix it in code or in Authentication:Schemes:TelegramMiniApp.",
            request.ServiceProvider.GetRequiredService<TelegramContactVerifier>);
        AssertRefused("BotToken is missing", request.ServiceProvider.GetRequiredService<TelegramLoginWidgetVerifier>);
    }

    [Fact]
    public async Task Beside_a_bot_with_a_token_one_without_is_refused_and_no_fault()
    {
        await using var app = await StartTelegramAsync(options =>
        {
            options.AddBot(Token);
            options.AddBot(51000002);
            options.AddBot(51000003, TelegramSecretKey.Derive("51000003:c"));
        });
        using var request = app.Services.CreateScope();
        var (contacts, widget) = (
            request.ServiceProvider.GetRequiredService<TelegramContactVerifier>(), request.ServiceProvider.GetRequiredService<TelegramLoginWidgetVerifier>());

        Assert.Equal(
            [TelegramContactFailure.None, TelegramContactFailure.InvalidProof, TelegramContactFailure.None],
            new[] { Token, "51000002:b", "51000003:c" }.Select(token => contacts.Verify(Contact(token), 42).Failure));
        Assert.Equal(
            [TelegramLoginWidgetFailure.None, TelegramLoginWidgetFailure.InvalidProof, TelegramLoginWidgetFailure.InvalidProof],
            new[] { Token, "51000002:b", "51000003:c" }.Select(token => widget.Verify(Widget(token)).Failure));
    }

    [Fact]
    public void Bot_that_was_added_anew_without_its_token_has_no_widget_any_more()
    {
        var options = new TelegramMiniAppOptions();
        options.AddBot(Token);
        options.AddBot(51000001, TelegramSecretKey.Derive(Token));

        Assert.Throws<InvalidOperationException>(() => options.LoginWidgetVerifier);
        Assert.Equal(TelegramContactFailure.Expired, options.ContactVerifier.Verify(Contact(Token), 42).Failure);
    }

    [Fact]
    public void Options_of_nobody_make_no_verifier()
    {
        Assert.Throws<ArgumentException>(() => new VkMiniAppOptions().ContactVerifier);
        Assert.Throws<ArgumentException>(() => new VkMiniAppOptions().CreatedHashVerifier);
        Assert.Throws<ArgumentException>(() => new VkMiniAppOptions().PaymentNotificationVerifier);
        Assert.Throws<ArgumentException>(() => new MaxMiniAppOptions().ContactVerifier);
        Assert.Throws<InvalidOperationException>(() => new TelegramMiniAppOptions().ContactVerifier);
    }

    private static DateTimeOffset At(long age) => DateTimeOffset.FromUnixTimeSeconds(Now - age);

    private static string Contact(string token) => new TelegramContactSigner(token).Sign(new() { UserId = 42, PhoneNumber = "7" }, At(0));

    private static string Widget(string token) => new TelegramLoginWidgetSigner(token).Sign(new() { Id = 42 }, At(0));

    private static void AssertRefused(string message, Func<object> get)
    {
        var refusal = Assert.Throws<InvalidOperationException>(get);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Task<TestApp> StartTelegramAsync(Action<TelegramMiniAppOptions> configure) =>
        TestApp.StartWithAsync(builder => builder.Services.AddAuthentication().AddTelegramMiniApp(configure));

    private static Task<TestApp> StartAsync(
        string scheme, Action<AuthenticationBuilder> add, params (string Setting, string? Text)[] settings) => TestApp.StartWithAsync(builder =>
    {
        builder.Configuration.Sources.Add(new TestSettings(
            scheme, [("ClockSkew", "00:00:20"), .. settings.Where(setting => setting.Text is not null)]));
        add(builder.Services.AddAuthentication());
    });

    private static async Task AssertStopsAsync(
        string scheme, Action<AuthenticationBuilder> add, string setting, params (string Setting, string? Text)[] settings)
    {
        foreach (var (text, fault) in new[] { ("-00:00:01", $"{setting} must not be negative."), ("15", $"{setting} is not a valid TimeSpan.") })
        {
            var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(scheme, add, [.. settings, (setting, text)]));
            Assert.StartsWith($"Authentication scheme '{scheme}': {fault}", refusal.Message, StringComparison.Ordinal);
        }
    }
}
