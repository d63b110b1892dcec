using System.Security.Claims;
using MaxMiniApp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;
using TelegramMiniApp;
using TelegramMiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;
using VkMiniApp.AspNetCore.Tests;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What policies make of a session: what lasts holds, what ages does not.</summary>
public class SessionUserTests
{
    private static readonly (string Path, Action<AuthorizationPolicyBuilder> Policy)[] Lasting =
    [
        ("/VkMiniApp/user", policy => policy.RequireVkUser()),
        ("/VkMiniApp/users", policy => policy.RequireVkUser(42, 43)),
        ("/VkMiniApp/app", policy => policy.RequireVkApp(6736218)),
        ("/VkMiniApp/platform", policy => policy.RequireVkPlatform(VkPlatform.DesktopWeb)),
        ("/TelegramMiniApp/user", policy => policy.RequireTelegramUser()),
        ("/TelegramMiniApp/users", policy => policy.RequireTelegramUser(42)),
        ("/TelegramMiniApp/bot", policy => policy.RequireTelegramBot(51000001)),
        ("/MaxMiniApp/user", policy => policy.RequireMaxUser()),
        ("/MaxMiniApp/users", policy => policy.RequireMaxUser(42)),
        ("/ShopMiniApp/shop", policy => policy.RequireShop(7)),
    ];

    private static readonly (string Path, Action<AuthorizationPolicyBuilder> Policy)[] Unmet =
    [
        ("/VkMiniApp/others", policy => policy.RequireVkUser(43)),
        ("/VkMiniApp/otherapp", policy => policy.RequireVkApp(7)),
        ("/VkMiniApp/otherplatform", policy => policy.RequireVkPlatform(VkPlatform.MobileIPad)),
        ("/TelegramMiniApp/others", policy => policy.RequireTelegramUser(43)),
        ("/MaxMiniApp/others", policy => policy.RequireMaxUser(43)),
        ("/ShopMiniApp/other", policy => policy.RequireShop(8)),
    ];

    /// <summary>What a launch says and a session does not keep.</summary>
    private static readonly (string Path, Action<AuthorizationPolicyBuilder> Policy)[] NotKept =
    [
        ("/VkMiniApp/language", policy => policy.RequireVkLanguage("ru")),
        ("/VkMiniApp/scope", policy => policy.RequireVkScope("friends")),
        ("/VkMiniApp/role", policy => policy.RequireVkGroupRole(VkGroupRole.Admin)),
        ("/TelegramMiniApp/premium", policy => policy.RequireTelegramPremium()),
        ("/TelegramMiniApp/language", policy => policy.RequireTelegramLanguage("ru")),
        ("/MaxMiniApp/language", policy => policy.RequireMaxLanguage("ru")),
    ];

    private static readonly (string Path, Action<AuthorizationPolicyBuilder> Policy)[] Aged =
    [
        ("/VkMiniApp/recent", policy => policy.RequireVkLaunchWithin(TimeSpan.FromHours(1))),
        ("/TelegramMiniApp/recent", policy => policy.RequireTelegramLaunchWithin(TimeSpan.FromHours(1))),
        ("/MaxMiniApp/recent", policy => policy.RequireMaxLaunchWithin(TimeSpan.FromHours(1))),
    ];

    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task What_lasts_is_met_and_what_ages_is_not(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: Map);
        var session = await app.RefreshAsync(await app.BeginAsync(platform));

        foreach (var (path, _) in Lasting)
        {
            var isOfPlatform = path.StartsWith($"/{name}/", StringComparison.Ordinal);
            Assert.Equal((path, isOfPlatform ? 200 : 403), (path, (await app.GetAsync(path, session.Authorization)).Status));
            Assert.Equal((path, isOfPlatform ? 200 : 403), (path, (await app.GetAsync(path, platform.Header(platform.Good()))).Status));
        }

        foreach (var (path, _) in Unmet)
        {
            Assert.Equal((path, 403), (path, (await app.GetAsync(path, session.Authorization)).Status));
        }

        foreach (var (path, _) in Aged.Where(aged => aged.Path.StartsWith($"/{name}/", StringComparison.Ordinal)))
        {
            var reply = await app.GetAsync(path, session.Authorization);
            Assert.Equal((401, "stale"), (reply.Status, reply.Reason));
            Assert.Contains("max_age=\"3600\"", reply.Challenge, StringComparison.Ordinal);
            Assert.Equal(200, (await app.GetAsync(path, platform.Header(platform.Good()))).Status);
        }
    }

    [Fact]
    public async Task What_may_change_is_met_by_the_launch_that_says_it_and_not_by_its_session()
    {
        const string BotToken = "51000001:token-of-the-tests";
        var time = DateTimeOffset.FromUnixTimeSeconds(TestApp.Now);
        await using var app = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication().AddMiniAppSessions()
                .AddVkMiniApp(options => (options.AppId, options.AppSecret) = (TestLaunch.AppId, TestLaunch.Secret))
                .AddTelegramMiniApp(options => options.BotToken = BotToken)
                .AddMaxMiniApp(options => options.BotToken = BotToken),
            app =>
            {
                Map(app);
                app.MapMiniAppSessions("/session");
            });
        Dictionary<string, string> launches = new(StringComparer.Ordinal)
        {
            ["VkMiniApp"] = "Bearer " + TestLaunch.Token(
                new VkLaunchParamsDescriptor { UserId = 42, Scopes = ["friends"], GroupId = 7, ViewerGroupRole = VkGroupRole.Admin }),
            ["TelegramMiniApp"] = "tma " + new TelegramInitDataSigner(BotToken).SignToken(
                new() { User = new() { Id = 42, IsPremium = true, LanguageCode = "ru" }, AuthDate = time }),
            ["MaxMiniApp"] = "max " + new MaxInitDataSigner(BotToken).SignToken(new() { User = new() { Id = 42, LanguageCode = "ru" }, AuthDate = time }),
        };

        foreach (var (name, launch) in launches)
        {
            var session = await BeginAsync(app, launch);
            foreach (var (path, _) in NotKept.Where(policy => policy.Path.StartsWith($"/{name}/", StringComparison.Ordinal)))
            {
                Assert.Equal((path, 200, 403), (path, (await app.GetAsync(path, launch)).Status, (await app.GetAsync(path, session)).Status));
            }
        }
    }

    [Fact]
    public async Task User_of_odnoklassniki_is_none_of_vks()
    {
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddAuthentication().AddMiniAppSessions().AddVkMiniApp(options =>
                    (options.AppId, options.AppSecret, options.AllowOdnoklassniki) = (TestLaunch.AppId, TestLaunch.Secret, true));
            },
            app => app.MapMiniAppSessions("/session"));
        var user = await SignInAsync(app, "Bearer " + TestLaunch.Token(TestLaunch.Odnoklassniki(5, userId: 7)));

        Assert.Equal(("ok:5", "ok:5", null), (user.FindFirstValue(ClaimTypes.NameIdentifier), user.GetSession()!.User.ToString(), user.GetVkUserId()));
        Assert.Equal("5", user.FindFirstValue(VkClaimTypes.OkUserId));
    }

    [Fact]
    public async Task User_of_telegrams_test_servers_is_none_of_telegrams()
    {
        const string BotToken = "51000001:telegram-token-of-the-tests";
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddAuthentication().AddMiniAppSessions().AddTelegramMiniApp(options =>
                    (options.BotToken, options.Environment) = (BotToken, TelegramEnvironment.Test));
            },
            app => app.MapMiniAppSessions("/session"));
        var launch = new TelegramInitDataSigner(BotToken)
            .SignToken(new() { User = new() { Id = 42 }, AuthDate = DateTimeOffset.FromUnixTimeSeconds(TestApp.Now) });
        var user = await SignInAsync(app, "tma " + launch);

        Assert.Equal(
            ("telegram-test:42", "telegram-test:42", null),
            (user.FindFirstValue(ClaimTypes.NameIdentifier), user.GetSession()!.User.ToString(), user.GetTelegramUserId()));
        Assert.Equal("42", user.FindFirstValue(TelegramClaimTypes.TestUserId));
    }

    private static void Map(WebApplication app)
    {
        foreach (var (path, policy) in Lasting.Concat(Unmet).Concat(NotKept).Concat(Aged))
        {
            app.MapGet(path, () => "in").RequireAuthorization(policy);
        }
    }

    private static async Task<ClaimsPrincipal> SignInAsync(TestApp app, string launch) => await app.SignInByHeaderAsync(await BeginAsync(app, launch));

    private static async Task<string> BeginAsync(TestApp app, string launch)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", launch);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Launch-Binding", SessionApp.Binding);
        using var response = await client.PostAsync(new Uri("/session", UriKind.Relative), null);
        var session = System.Text.Json.JsonSerializer.Deserialize<SessionTokens>(
            await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), System.Text.Json.JsonSerializerOptions.Web)!;
        return session.Authorization;
    }
}
