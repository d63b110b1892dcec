using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Who a user is, whatever signed the user in: the key of an account.</summary>
public class MiniAppSubjectOfUserTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [InlineData("VkMiniApp", "vk:42")]
    [InlineData("TelegramMiniApp", "telegram:42")]
    [InlineData("MaxMiniApp", "max:42")]
    [InlineData("ShopMiniApp", "shop:42")]
    public async Task Launch_a_session_and_a_cookie_after_the_launch_name_one_user(string name, string expected)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync(map: app => app
            .MapGet("/subject", (ClaimsPrincipal user) => user.GetMiniAppSubject() is { } who ? $"You are {who}" : "Hello, stranger"));
        await using var backend = await Backend.StartAsync();
        var session = await app.BeginAsync(platform);
        var launch = (await backend.AuthenticateBySchemeAsync(name, platform.Header(platform.Good()))).Principal!;
        var cookie = Backend.CookieOf(backend, new(new ClaimsIdentity(launch.Claims, Backend.Cookie)));
        var again = (await Backend.AuthenticateAsync(backend, Backend.Cookie, context => context.Request.Headers.Cookie = cookie)).Principal!;

        Assert.Equal("You are " + expected, (await app.GetAsync("/subject", platform.Header(platform.Good()))).Body);
        Assert.Equal("You are " + expected, (await app.GetAsync("/subject", session.Authorization)).Body);
        Assert.Equal("Hello, stranger", (await app.GetAsync("/subject")).Body);
        Assert.Equal(expected, launch.GetMiniAppSubject().ToString());
        Assert.Equal(expected, launch.Clone().GetMiniAppSubject().ToString());
        Assert.Null(again.GetLaunch());
        Assert.Equal(expected, again.GetMiniAppSubject().ToString());
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Name_that_the_application_gives_the_issuer_changes_nobody(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.ClaimsIssuer = "own");
        var user = (await app.AuthenticateAsync(platform.Header(platform.Good()))).Principal!;

        Assert.NotNull(user.GetMiniAppSubject());
        Assert.Equal(user.GetMiniAppSubject(), new ClaimsPrincipal(new ClaimsIdentity(user.Claims, "cookie")).GetMiniAppSubject());
    }

    [Theory]
    [InlineData("VK", "42", "vk:42")]
    [InlineData("VK", "ok:5", "ok:5")]
    [InlineData("Telegram", "telegram:42", "telegram:42")]
    [InlineData("Telegram test", "telegram-test:42", "telegram-test:42")]
    [InlineData("Telegram", "telegram-test:42", "telegram-test:42")] // TreatTestAsProduction
    [InlineData("MAX", "max:42", "max:42")]
    [InlineData("Shop", "shop:42", "shop:42")]
    [InlineData("MiniApp", "vk:42", null)] // its claim is another
    [InlineData("Telegram test", "telegram:42", null)] // their user 42 is somebody else
    [InlineData("Telegram", "vk:42", null)]
    [InlineData("VK", "max:42", null)]
    [InlineData("MAX", "42", null)]
    [InlineData("Shop", "42", null)]
    [InlineData("Shop", "max:42", null)]
    [InlineData("Shop", "shops:42", null)]
    [InlineData("vk", "42", null)] // nobody is called nearly as a platform of ours
    [InlineData("vk", "vk:42", null)]
    [InlineData("ok", "ok:5", null)]
    [InlineData("max", "max:42", null)]
    [InlineData("telegram", "telegram:42", null)]
    [InlineData("telegram-test", "telegram-test:42", null)]
    [InlineData("https://id.example.com", "vk:42", null)]
    [InlineData("https://id.example.com", "42", null)]
    [InlineData(ClaimsIdentity.DefaultIssuer, "telegram:42", null)]
    [InlineData("VK", "0", null)]
    [InlineData("VK", "042", null)]
    [InlineData("VK", "-42", null)]
    [InlineData("VK", "\u0664\u0662", null)]
    [InlineData("VK", "", null)]
    [InlineData("VK", "app:42", null)]
    [InlineData("VK", "vk", null)]
    [InlineData("VK", "*", null)]
    [InlineData("Shop", "shop", null)]
    [InlineData("Shop", "shop:app:7", null)]
    [InlineData("Shop", "session:000102030405060708090a0b0c0d0e0f", null)]
    public void Platform_is_believed_what_it_says_of_its_own_users(string issuer, string nameIdentifier, string? expected)
    {
        var claim = new Claim(ClaimTypes.NameIdentifier, nameIdentifier, ClaimValueTypes.String, "whoever", issuer);

        Assert.Equal(expected, new ClaimsPrincipal(new ClaimsIdentity([claim], "cookie")).GetMiniAppSubject()?.ToString());
    }

    [Fact]
    public void Token_of_another_issuer_that_holds_our_claims_names_nobody()
    {
        const string Issuer = "https://id.example.com";
        string[] types = ["vk_user_id", "vk_ok_user_id", "telegram_user_id", "max_user_id", "miniapp_subject", ClaimTypes.NameIdentifier, "sub"];
        string[] values = ["42", "vk:42", "telegram:42"];
        var claims = types.SelectMany(type => values, (type, value) => new Claim(type, value, ClaimValueTypes.String, Issuer, Issuer)).ToArray();
        var beside = new ClaimsPrincipal([Shop(42), new ClaimsIdentity(claims, "Bearer")]);

        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity(claims, "Bearer")).GetMiniAppSubject());
        Assert.Equal(MiniAppSubject.User("shop", 42), beside.GetMiniAppSubject());
    }

    [Fact]
    public void Claims_of_nobody_who_is_signed_in_name_nobody()
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, "42", ClaimValueTypes.String, "VK", "VK")];

        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity(claims)).GetMiniAppSubject());
        Assert.Null(new ClaimsPrincipal().GetMiniAppSubject());
    }

    [Fact]
    public void Two_identities_of_one_user_name_that_user_and_those_of_two_name_nobody()
    {
        var cookie = new ClaimsIdentity(Shop(42).Claims, "cookie");

        Assert.Equal(MiniAppSubject.User("shop", 42), new ClaimsPrincipal([cookie, Shop(42)]).GetMiniAppSubject());
        Assert.Null(new ClaimsPrincipal([cookie, Shop(43)]).GetMiniAppSubject());
        Assert.Null(new ClaimsPrincipal([Shop(43), cookie]).GetMiniAppSubject());
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity(Shop(42).Claims.Concat(Shop(43).Claims), "cookie")).GetMiniAppSubject());
    }

    [Fact]
    public void Launch_is_not_asked_for_claims_that_somebody_put_beside_it()
    {
        var identity = Shop(42);
        identity.AddMiniAppSubject(MiniAppSubject.VkUser(1));

        Assert.Equal(MiniAppSubject.User("shop", 42), new ClaimsPrincipal(identity).GetMiniAppSubject());
    }

    [Fact]
    public void Launch_without_a_user_names_nobody() =>
        Assert.Null(new ClaimsPrincipal(new MiniAppIdentity<OtherLaunch>(new OtherLaunch(), "scheme", "id", "issuer", "platform")).GetMiniAppSubject());

    [Theory]
    [InlineData("vk:42")]
    [InlineData("telegram:42")]
    [InlineData("ok:5")]
    [InlineData("another-platform:7")]
    public async Task User_whom_the_application_has_proved_is_named_and_so_by_the_cookie(string text)
    {
        Assert.True(MiniAppSubject.TryParse(text, out var subject));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "of the website")], Backend.Cookie);
        identity.AddMiniAppSubject(subject);
        await using var app = await Backend.StartAsync();
        var cookie = Backend.CookieOf(app, new(identity));
        var again = (await Backend.AuthenticateAsync(app, Backend.Cookie, context => context.Request.Headers.Cookie = cookie)).Principal!;

        Assert.Equal(subject, new ClaimsPrincipal(identity).GetMiniAppSubject());
        Assert.Equal(subject, again.GetMiniAppSubject());
        Assert.Equal(subject, new ClaimsPrincipal([identity, again.Identities.Single()]).GetMiniAppSubject());
    }

    [Fact]
    public void Only_a_user_can_be_signed_in()
    {
        MiniAppSubject[] none = [default, MiniAppSubject.Everybody, MiniAppSubject.Platform("vk"), MiniAppSubject.VkApp(1), MiniAppSubject.Session(Guid.NewGuid())];

        Assert.All(none, subject => Assert.Throws<ArgumentException>("user", () => new ClaimsIdentity("cookie").AddMiniAppSubject(subject)));
        Assert.Throws<ArgumentNullException>("identity", () => default(ClaimsIdentity)!.AddMiniAppSubject(MiniAppSubject.VkUser(1)));
        Assert.Throws<ArgumentNullException>("principal", () => default(ClaimsPrincipal)!.GetMiniAppSubject());
    }

    private static MiniAppIdentity<ShopLaunch> Shop(long userId)
    {
        var identity = new MiniAppIdentity<ShopLaunch>(new ShopLaunch(userId, ShopId: 7, DateTimeOffset.UnixEpoch), "scheme", "id", "issuer", "Shop");
        identity.Add(ClaimTypes.NameIdentifier, $"shop:{userId}");
        return identity;
    }
}
