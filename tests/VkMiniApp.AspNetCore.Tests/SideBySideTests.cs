using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Several schemes in one host: a token opens only what is its own.</summary>
public class SideBySideTests
{
    private static readonly string Shop = TestLaunch.Token(new() { UserId = 1 }, 101, "key of the shop");
    private static readonly string Game = TestLaunch.Token(new() { UserId = 2 }, 202, "key of the game");
    private static readonly string ShopByTheGame = TestLaunch.Token(new() { UserId = 3 }, 101, "key of the game");

    [Fact]
    public async Task Two_apps_accept_their_own_launches_and_never_each_others()
    {
        await using var app = await StartTwoAppsAsync();

        Assert.Equal((200, "1"), await AskAsync(app, "/shop", Shop));
        Assert.Equal((200, "2"), await AskAsync(app, "/game", Game));
        Assert.Equal((401, ""), await AskAsync(app, "/shop", Game));
        Assert.Equal((401, ""), await AskAsync(app, "/game", Shop));
        Assert.Equal((401, ""), await AskAsync(app, "/shop", ShopByTheGame));
        Assert.Equal((401, ""), await AskAsync(app, "/game", ShopByTheGame));
    }

    [Fact]
    public async Task Policy_that_names_both_apps_accepts_either()
    {
        await using var app = await StartTwoAppsAsync();

        Assert.Equal((200, "1"), await AskAsync(app, "/both", Shop));
        Assert.Equal((200, "2"), await AskAsync(app, "/both", Game));
        Assert.Equal((401, ""), await AskAsync(app, "/both", ShopByTheGame));
        Assert.Equal(["Bearer", "Bearer"], (await app.GetAsync("/both")).Challenges);
    }

    [Fact]
    public async Task Each_app_says_by_its_own_type_of_failure_what_is_wrong()
    {
        await using var app = await StartTwoAppsAsync();

        Assert.IsType<VkLaunchUnknownAppException>((await app.AuthenticateBySchemeAsync("game", "Bearer " + ShopByTheGame)).Failure);
        Assert.IsType<MiniAppInvalidSignatureException>((await app.AuthenticateBySchemeAsync("shop", "Bearer " + ShopByTheGame)).Failure);
    }

    [Fact]
    public async Task User_knows_the_launch_of_the_scheme_that_accepted_it()
    {
        await using var app = await StartTwoAppsAsync();
        var user = (await app.AuthenticateBySchemeAsync("game", "Bearer " + Game)).Principal!;

        Assert.Equal(("game", 202L), (user.Identity!.AuthenticationType, user.GetVkLaunchParams()!.AppId));
    }

    [Theory]
    [InlineData("/vk", "vk", 200)]
    [InlineData("/vk", "opaque", 401)]
    [InlineData("/vk", "cookie", 401)]
    [InlineData("/opaque", "vk", 401)]
    [InlineData("/opaque", "opaque", 200)]
    [InlineData("/opaque", "cookie", 401)]
    [InlineData("/cookie", "vk", 401)]
    [InlineData("/cookie", "opaque", 401)]
    [InlineData("/cookie", "cookie", 200)]
    [InlineData("/any", "vk", 200)]
    [InlineData("/any", "opaque", 200)]
    [InlineData("/any", "cookie", 200)]
    [InlineData("/any", "none", 401)]
    public async Task Credentials_open_only_what_their_scheme_guards(string path, string credentials, int status)
    {
        await using var app = await StartThreeKindsAsync();
        var request = await CredentialsAsync(app, credentials);
        var reply = await app.GetAsync(path, request);

        Assert.Equal((status, status == 200 ? credentials + " user" : ""), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Opaque_token_of_the_frameworks_own_scheme_is_left_to_it()
    {
        await using var app = await StartThreeKindsAsync();
        var token = await OpaqueTokenAsync(app);

        Assert.True((await app.AuthenticateBySchemeAsync("VkMiniApp", "Bearer " + token)).None);
        Assert.Equal(["Bearer"], (await app.GetAsync("/vk", "Bearer " + token)).Challenges);
    }

    [Fact]
    public async Task Launch_can_be_exchanged_for_a_cookie_that_keeps_the_id_but_not_the_launch()
    {
        await using var app = await StartThreeKindsAsync();
        var cookie = await CookieAsync(app, "Bearer " + TestLaunch.Token());
        var user = (ClaimsPrincipal?)null;

        Assert.Equal(200, (await app.GetAsync("/cookie", context =>
        {
            context.Request.Headers.Cookie = cookie;
            context.Response.OnStarting(() =>
            {
                user = context.User;
                return Task.CompletedTask;
            });
        })).Status);
        Assert.Equal(42, user?.GetVkUserId());
        Assert.Null(user?.GetVkLaunchParams());
    }

    private static Task<TestApp> StartTwoAppsAsync() => TestApp.StartWithAsync(
        builder => builder.Services.AddAuthentication()
            .AddVkMiniApp("shop", options => options.AddApp(101, "key of the shop"))
            .AddVkMiniApp("game", options => options.AddApp(202, "key of the game")),
        app =>
        {
            Map(app, "/shop", "shop");
            Map(app, "/game", "game");
            Map(app, "/both", "shop", "game");
        });

    private static Task<TestApp> StartThreeKindsAsync() => TestApp.StartWithAsync(
        builder =>
        {
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            builder.Services.AddAuthentication()
                .AddVkMiniApp(options =>
                {
                    options.AddApp(TestLaunch.AppId, TestLaunch.Secret);
                    options.Events.OnTokenValidated = context =>
                    {
                        var identity = (ClaimsIdentity)context.Principal!.Identity!;
                        identity.RemoveClaim(identity.FindFirst(ClaimTypes.NameIdentifier));
                        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, "vk user"));
                        return Task.CompletedTask;
                    };
                })
                .AddBearerToken("opaque")
                .AddCookie("cookie", options => options.Events.OnRedirectToLogin = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                });
        },
        app =>
        {
            Map(app, "/vk", "VkMiniApp");
            Map(app, "/opaque", "opaque");
            Map(app, "/cookie", "cookie");
            Map(app, "/any", "VkMiniApp", "opaque", "cookie");
            app.MapGet("/issue/{scheme}", async (HttpContext context, string scheme) =>
            {
                var launch = (await context.AuthenticateAsync("VkMiniApp")).Principal;
                await context.SignInAsync(scheme, launch is null ? User(scheme) : Exchange(launch, scheme));
            });
        });

    private static void Map(WebApplication app, string path, params string[] schemes) => app
        .MapGet(path, (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier))
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = string.Join(',', schemes) });

    private static ClaimsPrincipal User(string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, scheme + " user")], scheme));

    private static ClaimsPrincipal Exchange(ClaimsPrincipal launch, string scheme) => new(new ClaimsIdentity(launch.Claims, scheme));

    private static async Task<Action<HttpContext>> CredentialsAsync(TestApp app, string kind)
    {
        var authorization = kind switch
        {
            "vk" => "Bearer " + TestLaunch.Token(),
            "opaque" => "Bearer " + await OpaqueTokenAsync(app),
            _ => null,
        };
        var cookie = kind == "cookie" ? await CookieAsync(app) : null;

        return context =>
        {
            context.Request.Headers.Authorization = authorization;
            context.Request.Headers.Cookie = cookie;
        };
    }

    private static async Task<string> OpaqueTokenAsync(TestApp app)
    {
        using var answer = JsonDocument.Parse((await app.GetAsync("/issue/opaque")).Body);
        return answer.RootElement.GetProperty("accessToken").GetString()!;
    }

    private static async Task<string> CookieAsync(TestApp app, params string[] authorization)
    {
        var cookie = "";
        await app.GetAsync("/issue/cookie", context =>
        {
            context.Request.Headers.Authorization = authorization;

            // Not when it is completed: the server has answered the test by then, which would not wait.
            context.Response.OnStarting(() =>
            {
                cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
                return Task.CompletedTask;
            });
        });

        return cookie;
    }

    private static async Task<(int Status, string Body)> AskAsync(TestApp app, string path, string token)
    {
        var reply = await app.GetAsync(path, "Bearer " + token);
        return (reply.Status, reply.Body);
    }
}
