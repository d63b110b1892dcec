using System.Security.Claims;
using MaxMiniApp;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a back end asks of any user.</summary>
public class MiniAppClaimsPrincipalExtensionsTests
{
    [Theory]
    [InlineData("42", 42L)]
    [InlineData("042", 42L)]
    [InlineData("9223372036854775807", 9223372036854775807)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-1", null)]
    [InlineData(" 1", null)]
    [InlineData("\u0661", null)]
    [InlineData("", null)]
    public void Number_is_read_from_decimal_digits_alone(string text, long? expected) =>
        Assert.Equal(expected, new ClaimsPrincipal(new ClaimsIdentity([new Claim("id", text)])).FindFirstNumber("id"));

    [Fact]
    public void First_claim_of_the_type_counts_in_any_identity()
    {
        var user = new ClaimsPrincipal([new ClaimsIdentity(), new ClaimsIdentity([new("other", "1"), new("id", "2")]), new ClaimsIdentity([new("id", "3")])]);

        Assert.Equal(2, user.FindFirstNumber("id"));
        Assert.Null(user.FindFirstNumber("nothing"));
    }

    [Fact]
    public void Question_needs_a_user()
    {
        Assert.Throws<ArgumentNullException>("principal", () => default(ClaimsPrincipal)!.FindFirstNumber("id"));
        Assert.Throws<ArgumentNullException>("principal", () => default(ClaimsPrincipal)!.GetLaunch<ShopLaunch>());
    }

    [Fact]
    public async Task Launch_of_any_platform_tells_its_user_its_app_its_time_and_its_id()
    {
        var launches = new List<IMiniAppLaunch>();
        foreach (var platform in PlatformScheme.All)
        {
            await using var app = await platform.StartAsync();
            launches.Add(Assert.IsAssignableFrom<IMiniAppLaunch>((await app.SignInByHeaderAsync(platform.Header(platform.Good()))).GetLaunch()));
        }

        Assert.Equal(["vk:42", "telegram:42", "max:42", "shop:42"], launches.Select(launch => launch.Subject.ToString()));
        Assert.All(launches, launch => Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(TestApp.Now), launch.Time));
        Assert.All(launches, launch => Assert.Equal(launch is MaxInitData, launch.App is null));
        Assert.Equal(launches.Count, launches.Select(launch => Assert.NotNull(launch.LaunchId)).Distinct().Count());
    }

    [Fact]
    public void Launch_is_that_of_the_first_identity_that_has_one()
    {
        var launch = new ShopLaunch(UserId: 42, ShopId: 7, DateTimeOffset.UnixEpoch);
        var identity = new MiniAppIdentity<ShopLaunch>(launch, "scheme", "id", "issuer", "platform");
        var second = new MiniAppIdentity<OtherLaunch>(new OtherLaunch(), "scheme", "id", "issuer", "platform");

        Assert.Same(launch, new ClaimsPrincipal([new ClaimsIdentity("cookie"), identity, second]).GetLaunch());
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity("cookie")).GetLaunch());
        Assert.Throws<ArgumentNullException>("principal", () => default(ClaimsPrincipal)!.GetLaunch());
    }

    [Fact]
    public void Launch_that_nobody_verified_has_no_id() => Assert.Null(new ShopLaunch(UserId: 42, ShopId: 7, DateTimeOffset.UnixEpoch).LaunchId);
}
