using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Every platform numbers its users for itself: user 1 of one is never taken for user 1 of another.</summary>
public class SameNumberTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    public static MatrixTheoryData<string, string> Pairs => new(Platforms.Select(row => row.Data), Platforms.Select(row => row.Data));

    [Fact]
    public async Task Name_identifiers_of_one_number_differ()
    {
        await using var app = await Backend.StartAsync();
        var identifiers = new List<string>();

        foreach (var platform in PlatformScheme.All)
        {
            identifiers.Add((await app.GetAsync("/me", platform.Header(platform.Good(1)))).Body);
        }

        Assert.Equal(["1", "telegram:1", "max:1", "shop:1"], identifiers);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Name_of_a_user_is_the_name_identifier(string name)
    {
        var platform = PlatformScheme.Of(name);

        Assert.Equal(platform.NameIdentifier(1), (await SignInAsync(platform)).Identity!.Name);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Every_claim_names_the_platform_that_it_comes_from(string name)
    {
        var platform = PlatformScheme.Of(name);
        var user = await SignInAsync(platform);

        Assert.NotEmpty(user.Claims);
        Assert.All(user.Claims, claim => Assert.Equal((platform.Issuer, platform.Issuer), (claim.Issuer, claim.OriginalIssuer)));
        Assert.All(
            user.Claims.Where(claim => claim.Type != ClaimTypes.NameIdentifier),
            claim => Assert.StartsWith(platform.UserIdClaim[..^"user_id".Length], claim.Type, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Issuer_of_the_options_is_the_issuer_and_the_platform_stays_the_original_one(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await platform.StartAsync(options => options.ClaimsIssuer = "own");
        var user = (await app.AuthenticateAsync(platform.Header(platform.Good()))).Principal!;

        Assert.All(user.Claims, claim => Assert.Equal(("own", platform.Issuer), (claim.Issuer, claim.OriginalIssuer)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Extensions_of_a_platform_know_its_own_users_alone(string ofUser, string asked)
    {
        var user = await SignInAsync(PlatformScheme.Of(ofUser));
        var platform = PlatformScheme.Of(asked);

        Assert.Equal(ofUser == asked ? 1 : null, platform.FindUserId(user));
        Assert.Equal(ofUser == asked, platform.HasLaunch(user));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Policy_on_the_id_of_one_platform_denies_the_same_number_of_another(string ofUser, string guarded)
    {
        var (platform, guard) = (PlatformScheme.Of(ofUser), PlatformScheme.Of(guarded));
        await using var app = await Backend.StartAsync(map: routes => routes
            .MapGet("/owner", () => "owner")
            .RequireAuthorization(new AuthorizationPolicyBuilder([.. Backend.Schemes]).RequireClaim(guard.UserIdClaim, "1").Build()));

        Assert.Equal(ofUser == guarded ? 200 : 403, (await app.GetAsync("/owner", platform.Header(platform.Good(1)))).Status);
        Assert.Equal(403, (await app.GetAsync("/owner", platform.Header(platform.Good(2)))).Status);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Parameter_with_the_name_of_another_platforms_claim_makes_no_claim(string ofUser, string claimed)
    {
        var (platform, other) = (PlatformScheme.Of(ofUser), PlatformScheme.Of(claimed));
        await using var app = await platform.StartAsync();
        var query = platform.QueryOf(platform.Good(1));
        var result = await app.AuthenticateAsync(platform.Header($"{query}&{other.UserIdClaim}=7"));

        // VK signs only what bears its own prefix, and the others sign everything.
        Assert.Equal(ofUser == "VkMiniApp" && claimed != ofUser, result.Succeeded);
        Assert.Null(other.FindUserId(result.Principal ?? new()));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Cookie_issued_after_a_launch_still_tells_the_platforms_apart(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await Backend.StartAsync();
        var launch = (await app.AuthenticateBySchemeAsync(name, platform.Header(platform.Good(1)))).Principal!;
        var cookie = Backend.CookieOf(app, new(new ClaimsIdentity(launch.Claims, Backend.Cookie)));
        var user = (await Backend.AuthenticateAsync(app, Backend.Cookie, context => context.Request.Headers.Cookie = cookie)).Principal!;

        Assert.All(user.Claims, claim => Assert.Equal(platform.Issuer, claim.OriginalIssuer));
        Assert.All(PlatformScheme.All, each => Assert.Equal(each == platform ? 1 : null, each.FindUserId(user)));
        Assert.All(PlatformScheme.All, each => Assert.False(each.HasLaunch(user)));
    }

    private static async Task<ClaimsPrincipal> SignInAsync(PlatformScheme platform)
    {
        await using var app = await platform.StartAsync();
        return (await app.AuthenticateAsync(platform.Header(platform.Good(1)))).Principal!;
    }
}
