using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What the application knows of a user.</summary>
public class ClaimsTests
{
    private static readonly VkLaunchParamsDescriptor Launch = new()
    {
        UserId = 42,
        Ref = "story5_ab",
        GroupId = 9,
        ViewerGroupRole = VkGroupRole.Admin,
        Scopes = ["friends", "photos"],
        IsFavorite = true,
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["vk_future"] = "новое & даже" },
    };

    [Fact]
    public async Task Every_signed_parameter_is_a_claim_under_its_own_name_and_the_user_is_the_name_identifier()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(
            [
                ("vk_access_token_settings", "friends,photos"),
                ("vk_app_id", "6736218"),
                ("vk_are_notifications_enabled", "0"),
                ("vk_future", "новое & даже"),
                ("vk_group_id", "9"),
                ("vk_is_app_user", "0"),
                ("vk_is_favorite", "1"),
                ("vk_language", "ru"),
                ("vk_platform", "desktop_web"),
                ("vk_ref", "story5_ab"),
                ("vk_ts", "1760000000"),
                ("vk_user_id", "42"),
                (VkClaimTypes.ViewerGroupRole, "admin"),
                (ClaimTypes.NameIdentifier, "42"),
            ],
            (await app.SignInAsync(TestLaunch.Token(Launch))).Claims.Select(claim => (claim.Type, claim.Value)));
    }

    [Theory]
    [InlineData("role=admin")]
    [InlineData("vkuser_id=1")]
    [InlineData("VK_user_id=1")]
    [InlineData("odr_enabled=1")]
    [InlineData("hash=vk_user_id%3D1")]
    public async Task Parameters_that_nobody_signed_never_become_claims(string addition)
    {
        await using var app = await TestApp.StartAsync();
        var plain = await app.SignInAsync(TestLaunch.Token());
        var more = await app.SignInAsync($"{addition}&{TestLaunch.Query()}&{addition}");

        Assert.Equal(Text(plain), Text(more));
    }

    [Fact]
    public async Task Identity_is_named_by_the_user_and_typed_by_the_scheme()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp("second", options =>
            options.AddApp(TestLaunch.AppId, TestLaunch.Secret)));
        var identity = Assert.Single((await app.SignInAsync(TestLaunch.Token())).Identities);

        Assert.True(identity.IsAuthenticated);
        Assert.Equal("second", identity.AuthenticationType);
        Assert.Equal("42", identity.Name);
        Assert.Equal(ClaimTypes.NameIdentifier, identity.NameClaimType);
        Assert.All(identity.Claims, claim => Assert.Same(identity, claim.Subject));
        Assert.All(identity.Claims, claim => Assert.Equal(ClaimValueTypes.String, claim.ValueType));
    }

    [Fact]
    public async Task Role_in_a_community_is_not_a_role_in_the_application()
    {
        await using var app = await TestApp.StartAsync();
        var user = await app.SignInAsync(TestLaunch.Token(Launch));

        Assert.False(user.IsInRole("admin"));
        Assert.True(user.HasClaim(VkClaimTypes.ViewerGroupRole, "admin"));
    }

    [Fact]
    public async Task Claims_are_issued_by_vk()
    {
        await using var app = await TestApp.StartAsync();

        Assert.All(
            (await app.SignInAsync(TestLaunch.Token())).Claims,
            claim => Assert.Equal(("VK", "VK"), (claim.Issuer, claim.OriginalIssuer)));
    }

    [Fact]
    public async Task Another_issuer_can_be_named_and_vk_remains_the_original_one()
    {
        await using var app = await TestApp.StartAsync(options => options.ClaimsIssuer = "my app");

        Assert.All(
            (await app.SignInAsync(TestLaunch.Token())).Claims,
            claim => Assert.Equal(("my app", "VK"), (claim.Issuer, claim.OriginalIssuer)));
    }

    [Fact]
    public async Task Without_a_named_issuer_the_scheme_is_the_issuer()
    {
        await using var app = await TestApp.StartAsync(options => options.ClaimsIssuer = null);

        Assert.All(
            (await app.SignInAsync(TestLaunch.Token())).Claims,
            claim => Assert.Equal(("VkMiniApp", "VK"), (claim.Issuer, claim.OriginalIssuer)));
    }

    [Fact]
    public async Task Launch_parameters_survive_every_kind_of_copy()
    {
        await using var app = await TestApp.StartAsync();
        var user = await app.SignInAsync(TestLaunch.Token(Launch));
        var launch = user.GetVkLaunchParams();
        var copies = new ClaimsPrincipal[]
        {
            user.Clone(),
            user.Clone().Clone(),
            new(user.Identities.Single().Clone()),
            new([new ClaimsIdentity("cookie"), user.Identities.Single()]),
            new(user.Identities.Append(new ClaimsIdentity())),
        };

        Assert.Equal((42, "story5_ab", VkGroupRole.Admin), (launch!.UserId, launch.Ref, launch.ViewerGroupRole));
        Assert.All(copies, copy => Assert.Same(launch, copy.GetVkLaunchParams()));
        Assert.All(copies, copy => Assert.Equal(42, copy.GetVkUserId()));
        Assert.Equal(Text(user), Text(user.Clone()));
        Assert.Equal("42", user.Clone().Identity!.Name);
    }

    [Fact]
    public async Task Launch_parameters_survive_a_claims_transformation()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services
            .AddTransient<IClaimsTransformation, RoleFromDatabase>()
            .AddAuthentication().AddVkMiniApp(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret)));
        var user = await app.SignInAsync(TestLaunch.Token());

        Assert.True(user.IsInRole("owner"));
        Assert.Equal(42, user.GetVkLaunchParams()!.UserId);
        Assert.Equal(42, user.GetVkUserId());
    }

    [Theory]
    [InlineData("42", 42L)]
    [InlineData("9223372036854775807", 9223372036854775807)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-42", null)]
    [InlineData(" 42", null)]
    [InlineData("4_2", null)]
    [InlineData("\u0664\u0662", null)]
    [InlineData("", null)]
    public void User_id_is_read_from_any_identity_that_carries_one_in_digits(string value, long? expected)
    {
        var identity = new ClaimsIdentity([new Claim(VkClaimTypes.UserId, value)], "cookie");
        var cookie = new ClaimsPrincipal([new ClaimsIdentity("first"), identity]);

        Assert.Equal(expected, cookie.GetVkUserId());
        Assert.Null(cookie.GetVkLaunchParams());
    }

    [Fact]
    public void Users_of_other_schemes_have_neither_an_id_nor_launch_parameters()
    {
        var cookie = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "42")], "cookie");
        ClaimsPrincipal[] others = [new(), new(new ClaimsIdentity()), new(cookie)];

        Assert.All(others, other => Assert.Null(other.GetVkUserId()));
        Assert.All(others, other => Assert.Null(other.GetVkLaunchParams()));
    }

    [Fact]
    public void No_principal_is_a_fault_of_the_caller()
    {
        ClaimsPrincipal nobody = null!;

        Assert.Equal("principal", Assert.Throws<ArgumentNullException>(() => nobody.GetVkUserId()).ParamName);
        Assert.Equal("principal", Assert.Throws<ArgumentNullException>(() => nobody.GetVkLaunchParams()).ParamName);
    }

    private static string Text(ClaimsPrincipal user) => string.Join('\n', user.Claims);

    private sealed class RoleFromDatabase : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            var copy = principal.Clone();
            copy.AddIdentity(new ClaimsIdentity([new Claim(ClaimTypes.Role, "owner")]));
            return Task.FromResult(copy);
        }
    }
}
