using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>Telegram's test servers number their users anew: their user 42 is somebody else than Telegram's.</summary>
public class TestServersTests
{
    [Fact]
    public async Task User_of_the_test_servers_is_never_taken_for_one_of_Telegrams()
    {
        await using var app = await TelegramLaunch.StartAsync(options =>
            (options.BotToken, options.Environment) = (TelegramPlatform.BotToken, TelegramEnvironment.Test));
        var user = await app.SignInByHeaderAsync(TelegramLaunch.Hashed());

        Assert.Equal("telegram-test:42", user.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Equal("telegram-test:42", user.Identity!.Name);
        Assert.Equal("42", user.FindFirstValue(TelegramClaimTypes.TestUserId));
        Assert.False(user.HasClaim(claim => claim.Type == TelegramClaimTypes.UserId));
        Assert.Null(user.GetTelegramUserId());
        AssertNamed("telegram-test:42", user);
        Assert.All(user.Claims, claim => Assert.Equal(TelegramMiniAppDefaults.TestIssuer, claim.OriginalIssuer));
        Assert.Equal((42, TelegramEnvironment.Test), (user.GetTelegramInitData()!.User.Id, user.GetTelegramInitData()!.Environment));
    }

    [Fact]
    public async Task User_of_the_test_servers_meets_no_policy_about_Telegram()
    {
        await using var app = await TelegramLaunch.StartAsync(options =>
            (options.BotToken, options.Environment) = (TelegramPlatform.BotToken, TelegramEnvironment.Test));
        var user = await app.SignInByHeaderAsync(TelegramLaunch.Hashed());

        Assert.All(Policies, policy => Assert.False(MeetsAsync(app, user, policy).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Stage_of_the_test_servers_alone_may_treat_their_users_as_Telegrams()
    {
        await using var app = await TelegramLaunch.StartAsync(options =>
            (options.BotToken, options.Environment, options.TreatTestAsProduction) = (TelegramPlatform.BotToken, TelegramEnvironment.Test, true));
        var user = await app.SignInByHeaderAsync(TelegramLaunch.Hashed());

        Assert.Equal("telegram-test:42", user.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Equal(42, user.GetTelegramUserId());
        AssertNamed("telegram-test:42", user);
        Assert.All(Policies, policy => Assert.True(MeetsAsync(app, user, policy).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task User_of_Telegram_is_told_as_ever()
    {
        await using var app = await TelegramLaunch.StartAsync(options => options.BotToken = TelegramPlatform.BotToken);
        var user = await app.SignInByHeaderAsync(TelegramLaunch.Hashed());

        Assert.Equal(("telegram:42", 42L), (user.FindFirstValue(ClaimTypes.NameIdentifier), user.GetTelegramUserId()));
        Assert.False(user.HasClaim(claim => claim.Type == TelegramClaimTypes.TestUserId));
        Assert.Equal(TelegramEnvironment.Production, user.GetTelegramInitData()!.Environment);
        Assert.All(Policies, policy => Assert.True(MeetsAsync(app, user, policy).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task Schemes_of_both_worlds_side_by_side_tell_their_users_apart()
    {
        await using var app = await TestApp.StartWithAsync(
            builder => builder.Services.AddAuthentication()
                .AddTelegramMiniApp(options => options.BotToken = TelegramPlatform.BotToken)
                .AddTelegramMiniApp("Test", options =>
                    (options.BotToken, options.Environment) = (TelegramPlatform.OtherBotToken, TelegramEnvironment.Test)),
            app =>
            {
                app.MapGet("/who", (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)).RequireAuthorization(Both);
                app.MapGet("/mine", () => "yours").RequireAuthorization(policy => Both(policy.RequireTelegramUser(42)));
            });

        var production = TelegramLaunch.Hashed();
        var test = TelegramLaunch.Hashed(TelegramPlatform.OtherBotToken);

        Assert.Equal((200, 200), ((await app.GetAsync("/who", production)).Status, (await app.GetAsync("/who", test)).Status));
        Assert.Equal((200, 403), ((await app.GetAsync("/mine", production)).Status, (await app.GetAsync("/mine", test)).Status));

        static void Both(AuthorizationPolicyBuilder policy) =>
            policy.AddAuthenticationSchemes(TelegramMiniAppDefaults.AuthenticationScheme, "Test").RequireAuthenticatedUser();
    }

    private static async Task<bool> MeetsAsync(TestApp app, ClaimsPrincipal user, Action<AuthorizationPolicyBuilder> configure)
    {
        var policy = new AuthorizationPolicyBuilder();
        configure(policy);
        return (await app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, null, policy.Build())).Succeeded;
    }

    private static void AssertNamed(string expected, ClaimsPrincipal user)
    {
        Assert.Equal(expected, user.GetMiniAppSubject().ToString());
        Assert.Equal(expected, new ClaimsPrincipal(new ClaimsIdentity(user.Claims, "cookie")).GetMiniAppSubject().ToString());
    }

    private static readonly Action<AuthorizationPolicyBuilder>[] Policies =
    [
        policy => policy.RequireTelegramUser(),
        policy => policy.RequireTelegramUser(42),
        policy => policy.RequireTelegramLaunchWithin(TimeSpan.FromDays(1)),
    ];
}
