using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary><c>Authentication:Schemes:{scheme}</c> and what code sets on top of it.</summary>
public class VkMiniAppOptionsTests
{
    private static readonly (string Setting, string Value)[] App = [("AppId", "6736218"), ("AppSecret", TestLaunch.Secret)];

    [Fact]
    public async Task Section_of_the_scheme_is_all_that_an_application_needs()
    {
        await using var app = await TestApp.StartWithAsync(builder => Configure(builder, "VkMiniApp", App).AddVkMiniApp());

        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
        Assert.Equal(401, (await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(VkLaunchFailure.InvalidSignature))).Status);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ru-RU")]
    [InlineData("ar-SA")]
    public async Task Every_setting_is_read_whatever_the_culture_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var options = await ReadAsync(
                ("AppId", "9007199254740993"),
                ("AppSecret", " a secret "),
                ("Lifetime", "00:15:00.5"),
                ("ClockSkew", "00:00:05"),
                ("MaxTokenLength", "1000"),
                ("MaxParameters", "20"),
                ("AllowOdnoklassniki", "true"),
                ("IncludeErrorDetails", "True"));

            Assert.Equal((9007199254740993, " a secret "), (options.AppId, options.AppSecret));
            Assert.Equal((TimeSpan.FromSeconds(900.5), TimeSpan.FromSeconds(5)), (options.Lifetime, options.ClockSkew));
            Assert.Equal((1000, 20), (options.MaxTokenLength, options.MaxParameters));
            Assert.Equal((true, true), (options.AllowOdnoklassniki, options.IncludeErrorDetails));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Spelling_of_the_machines_culture_is_no_time()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            // A file that starts the host on one machine must not stop it on the next, nor mean another time there.
            Assert.True(TimeSpan.TryParse("00:15:00,5", CultureInfo.CurrentCulture, out _));
            await Assert.ThrowsAsync<OptionsValidationException>(() => ReadAsync([.. App, ("Lifetime", "00:15:00,5")]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Settings_that_are_not_there_keep_their_defaults()
    {
        var options = await ReadAsync(App);

        Assert.Equal((6736218, TestLaunch.Secret), (options.AppId, options.AppSecret));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)), (options.Lifetime, options.ClockSkew));
        Assert.Equal((8192, 128), (options.MaxTokenLength, options.MaxParameters));
        Assert.Equal((false, false), (options.AllowOdnoklassniki, options.IncludeErrorDetails));
        Assert.Equal("VK", options.ClaimsIssuer);
        Assert.Null(options.TokenRetriever);
    }

    [Fact]
    public async Task Settings_that_are_not_there_keep_what_code_has_set_before()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.Configure<VkMiniAppOptions>("VkMiniApp", options =>
            {
                (options.AppId, options.AppSecret) = (7, "early");
                (options.Lifetime, options.ClockSkew) = (TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
                (options.MaxTokenLength, options.MaxParameters) = (9, 10);
                (options.AllowOdnoklassniki, options.IncludeErrorDetails) = (true, true);
            });
            Configure(builder, "VkMiniApp").AddVkMiniApp();
        });
        var options = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get("VkMiniApp");

        Assert.Equal((7, "early"), (options.AppId, options.AppSecret));
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8)), (options.Lifetime, options.ClockSkew));
        Assert.Equal((9, 10), (options.MaxTokenLength, options.MaxParameters));
        Assert.Equal((true, true), (options.AllowOdnoklassniki, options.IncludeErrorDetails));
    }

    [Fact]
    public async Task Settings_that_are_there_win_over_what_code_has_set_before()
    {
        (string, string)[] settings =
        [
            ("AppId", "8"), ("AppSecret", "late"), ("Apps:9", "added"), ("AllowOdnoklassniki", "false"), ("AcceptJson", "false"),
            ("CreatedHashLifetime", "00:00:08"),
        ];
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Services.Configure<VkMiniAppOptions>("VkMiniApp", options =>
            {
                (options.AppId, options.AppSecret) = (7, "early");
                (options.AllowOdnoklassniki, options.AcceptJson) = (true, true);
                options.CreatedHashLifetime = TimeSpan.FromSeconds(7);
            });
            Configure(builder, "VkMiniApp", settings).AddVkMiniApp();
        });
        var options = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get("VkMiniApp");

        Assert.Equal((8, "late"), (options.AppId, options.AppSecret));
        Assert.Equal((false, false), (options.AllowOdnoklassniki, options.AcceptJson));
        Assert.Equal(TimeSpan.FromSeconds(8), options.CreatedHashLifetime);
        Assert.Equal([8, 9], options.Apps.Keys);
    }

    [Fact]
    public async Task Settings_take_effect_on_requests()
    {
        (string, string)[] settings =
        [
            .. App, ("Lifetime", "00:00:10"), ("ClockSkew", "00:00:02"), ("MaxParameters", "12"), ("MaxTokenLength", "700"),
            ("IncludeErrorDetails", "true"),
        ];
        await using var app = await TestApp.StartWithAsync(builder => Configure(builder, "VkMiniApp", settings).AddVkMiniApp());

        Assert.Null(await FailureAsync(app, Aged(10)));
        Assert.Equal(VkLaunchFailure.Expired, await FailureAsync(app, Aged(11)));
        Assert.Null(await FailureAsync(app, Aged(-2)));
        Assert.Equal(VkLaunchFailure.NotYetValid, await FailureAsync(app, Aged(-3)));

        // A signed launch has ten parameters.
        Assert.Null(await FailureAsync(app, TestLaunch.Query() + "&a=1&b=2"));
        Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, TestLaunch.Query() + "&a=1&b=2&c=3"));
        Assert.Null(await FailureAsync(app, (TestLaunch.Query() + "&a=").PadRight(700, 'x')));
        Assert.Equal(VkLaunchFailure.Malformed, await FailureAsync(app, (TestLaunch.Query() + "&a=").PadRight(701, 'x')));
        Assert.Contains("malformed", Assert.Single((await app.GetAsync("/me", "Bearer x")).Challenges), StringComparison.Ordinal);

        static string Aged(int seconds) =>
            TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42, Timestamp = TestLaunch.At(TestLaunch.Now - seconds) });
    }

    [Fact]
    public async Task Code_wins_over_configuration()
    {
        await using var app = await TestApp.StartWithAsync(builder => Configure(builder, "VkMiniApp", [.. App, ("Lifetime", "00:00:10")])
            .AddVkMiniApp(options =>
            {
                Assert.Equal(TimeSpan.FromSeconds(10), options.Lifetime);
                options.Lifetime = TimeSpan.FromSeconds(20);
                options.AppSecret = "from code";
            }));
        var options = app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get("VkMiniApp");

        Assert.Equal((6736218, "from code", TimeSpan.FromSeconds(20)), (options.AppId, options.AppSecret, options.Lifetime));
        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token(new() { UserId = 42 }, secret: "from code"))).Body);
    }

    [Fact]
    public async Task Apps_added_in_code_stand_beside_the_one_in_configuration()
    {
        await using var app = await TestApp.StartWithAsync(builder => Configure(builder, "VkMiniApp", App)
            .AddVkMiniApp(options => options.AddApp(7000001, "new key", "old key")));

        Assert.Null(await FailureAsync(app, TestLaunch.Token()));
        Assert.Null(await FailureAsync(app, Signed(7000001, "new key")));
        Assert.Null(await FailureAsync(app, Signed(7000001, "old key")));
        Assert.Equal(VkLaunchFailure.InvalidSignature, await FailureAsync(app, Signed(7000001, TestLaunch.Secret)));
        Assert.Equal(VkLaunchFailure.InvalidSignature, await FailureAsync(app, Signed(TestLaunch.AppId, "new key")));
    }

    [Fact]
    public async Task Keys_added_in_code_for_the_app_of_the_configuration_stand_beside_its_own()
    {
        (string, string)[] settings = [("AppId", "6736218"), ("AppSecret", "old key")];
        await using var app = await TestApp.StartWithAsync(builder => Configure(builder, "VkMiniApp", settings)
            .AddVkMiniApp(options => options.AddApp(6736218, "new key", "newest key")));

        Assert.Null(await FailureAsync(app, Signed(6736218, "old key")));
        Assert.Null(await FailureAsync(app, Signed(6736218, "new key")));
        Assert.Null(await FailureAsync(app, Signed(6736218, "newest key")));
        Assert.Equal(VkLaunchFailure.InvalidSignature, await FailureAsync(app, Signed(6736218, "no key of ours")));
    }

    [Fact]
    public async Task Scheme_of_another_name_reads_the_section_of_that_name_alone()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            Configure(builder, "VkMiniApp", [("AppId", "abc"), ("Lifetime", "00:00:01")]);
            Configure(builder, "game", App).AddVkMiniApp("game");
        });

        Assert.Equal(TimeSpan.FromHours(1), app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get("game").Lifetime);
        Assert.Equal("42", (await app.GetAsync("/me", "Bearer " + TestLaunch.Token())).Body);
    }

    [Fact]
    public async Task Unnamed_options_read_no_section()
    {
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            Configure(builder, "", App);
            Configure(builder, "VkMiniApp", App).AddVkMiniApp();
        });
        using var scope = app.Services.CreateScope();

        // Unnamed options describe no app, which their validation would say, so the sources are asked one by one.
        var unnamed = new VkMiniAppOptions();
        foreach (var source in scope.ServiceProvider.GetServices<IConfigureOptions<VkMiniAppOptions>>())
        {
            source.Configure(unnamed);
        }

        Assert.Equal((null, null), (unnamed.AppId, unnamed.AppSecret));
    }

    [Fact]
    public async Task Clock_of_the_options_wins_over_the_one_of_the_container()
    {
        await using var app = await TestApp.StartAsync(options => options.TimeProvider = new TestClock(TestLaunch.Now + 3601));

        Assert.Equal(VkLaunchFailure.Expired, await FailureAsync(app, TestLaunch.Token()));
    }

    [Fact]
    public async Task Clock_of_the_container_is_asked_anew_for_each_request()
    {
        await using var app = await TestApp.StartAsync();

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await FailureAsync(app, TestLaunch.Token()));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(VkLaunchFailure.Expired, await FailureAsync(app, TestLaunch.Token()));
    }

    [Fact]
    public void Verifiers_of_the_options_are_made_once()
    {
        var options = new VkMiniAppOptions { AppId = TestLaunch.AppId, AppSecret = TestLaunch.Secret };

        Assert.Same(options.Verifier, options.Verifier);
        Assert.Same(options.CreatedHashVerifier, options.CreatedHashVerifier);
        Assert.Same(options.ContactVerifier, options.ContactVerifier);
        Assert.Same(options.PaymentNotificationVerifier, options.PaymentNotificationVerifier);
    }

    [Fact]
    public void Created_hash_is_judged_by_the_age_the_skew_and_the_clock_of_the_options()
    {
        var options = new VkMiniAppOptions
        {
            AppId = TestLaunch.AppId,
            AppSecret = TestLaunch.Secret,
            CreatedHashLifetime = TimeSpan.FromSeconds(10),
            ClockSkew = TimeSpan.FromSeconds(2),
            TimeProvider = new TestClock(TestLaunch.Now),
        };
        var launch = options.Verifier.Verify(TestLaunch.Query()).LaunchParams;

        Assert.Equal(VkCreatedHashFailure.None, Verify(age: 10));
        Assert.Equal(VkCreatedHashFailure.Expired, Verify(age: 11));
        Assert.Equal(VkCreatedHashFailure.None, Verify(age: -2));
        Assert.Equal(VkCreatedHashFailure.NotYetValid, Verify(age: -3));

        VkCreatedHashFailure Verify(long age)
        {
            var hash = new VkCreatedHashSigner(TestLaunch.AppId, TestLaunch.Secret).Sign(42, "order", TestLaunch.Now - age);
            return options.CreatedHashVerifier.Verify(launch, "order", TestLaunch.Now - age, hash).Failure;
        }
    }

    [Fact]
    public async Task Created_hash_may_be_good_for_no_time_at_all() =>
        Assert.Equal(TimeSpan.Zero, (await ReadAsync([.. App, ("CreatedHashLifetime", "00:00:00")])).CreatedHashLifetime);

    [Theory]
    [InlineData(false, "frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru")]
    [InlineData(true, "frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru https://ok.ru https://*.ok.ru")]
    public async Task Sites_of_VK_may_frame_a_page_and_those_of_Odnoklassniki_where_its_launches_are_accepted(bool allowOdnoklassniki, string policy)
    {
        await using var app = await TestApp.StartWithAsync(
            builder => Configure(builder, "VkMiniApp", App).AddVkMiniApp(options => options.AllowOdnoklassniki = allowOdnoklassniki),
            app => app.UseMiniAppFrameAncestors().Run(context =>
            {
                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync("");
            }));
        using var client = app.CreateClient();
        using var page = await client.GetAsync(new Uri("/page", UriKind.Relative));

        Assert.Equal([policy], page.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public void Token_is_described_by_what_VK_calls_it()
    {
        var options = new VkMiniAppOptions();

        Assert.Equal("VK launch parameters", options.TokenName);
        Assert.Equal(
            "The query of the page's address, as VK wrote it: location.search without the question mark, or that in base64.", options.TokenSource);
        Assert.Equal(["Bearer", "VK"], options.AuthSchemes);
    }

    private static AuthenticationBuilder Configure(
        WebApplicationBuilder builder, string scheme, params (string Setting, string Value)[] settings)
    {
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create($"Authentication:Schemes:{scheme}:{setting.Setting}", (string?)setting.Value)));
        return builder.Services.AddAuthentication();
    }

    private static string Signed(long appId, string secret) =>
        TestLaunch.Token(new VkLaunchParamsDescriptor { UserId = 42 }, appId, secret);

    private static async Task<VkMiniAppOptions> ReadAsync(params (string Setting, string Value)[] settings)
    {
        await using var app = await TestApp.StartWithAsync(builder => Configure(builder, "VkMiniApp", settings).AddVkMiniApp());
        return app.Services.GetRequiredService<IOptionsMonitor<VkMiniAppOptions>>().Get("VkMiniApp");
    }

    private static async Task<VkLaunchFailure?> FailureAsync(TestApp app, string token) =>
        (VkLaunchFailure?)((MiniAppException?)(await app.AuthenticateAsync("Bearer " + token)).Failure)?.Failure;
}
