using System.Security.Claims;
using ShopMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The identity that keeps a launch beside its claims.</summary>
public class MiniAppIdentityTests
{
    private static readonly ShopLaunch Launch = new(UserId: 42, ShopId: 7, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Claims_name_their_issuer_their_platform_and_their_identity()
    {
        var identity = Create();
        identity.Add("id", "1");
        var claim = Assert.Single(identity.Claims);

        Assert.Equal(("id", "1", ClaimValueTypes.String), (claim.Type, claim.Value, claim.ValueType));
        Assert.Equal(("issuer", "platform"), (claim.Issuer, claim.OriginalIssuer));
        Assert.Same(identity, claim.Subject);
        Assert.Equal(("scheme", "1", true), (identity.AuthenticationType, identity.Name, identity.IsAuthenticated));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" ", " ")]
    [InlineData("text", "text")]
    public void Text_that_is_not_there_makes_no_claim(string? value, string? expected)
    {
        var identity = Create();
        identity.AddIfPresent("text", value);

        Assert.Equal(expected, identity.FindFirst("text")?.Value);
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, null)]
    public void Flag_that_is_not_set_makes_no_claim(bool value, string? expected)
    {
        var identity = Create();
        identity.AddIfTrue("flag", value);

        Assert.Equal(expected, identity.FindFirst("flag")?.Value);
    }

    [Fact]
    public void Copy_keeps_the_launch_and_the_issuers_and_goes_its_own_way()
    {
        var identity = Create();
        identity.Add("id", "1");
        var copy = Assert.IsType<MiniAppIdentity<ShopLaunch>>(identity.Clone());
        copy.Add("more", "2");

        Assert.Same(Launch, copy.Launch);
        Assert.Equal(("scheme", "1"), (copy.AuthenticationType, copy.Name));
        Assert.All(copy.Claims, claim => Assert.Equal(("issuer", "platform"), (claim.Issuer, claim.OriginalIssuer)));
        Assert.All(copy.Claims, claim => Assert.Same(copy, claim.Subject));
        Assert.Single(identity.Claims);
    }

    [Fact]
    public void Launch_is_found_in_any_identity_of_a_user_and_in_a_copy_of_the_user()
    {
        var user = new ClaimsPrincipal([new ClaimsIdentity("cookie"), Create()]);

        Assert.Same(Launch, user.GetLaunch<ShopLaunch>());
        Assert.Same(Launch, user.Clone().GetLaunch<ShopLaunch>());
    }

    [Fact]
    public void First_of_several_launches_is_the_users()
    {
        var user = new ClaimsPrincipal([Create(), new MiniAppIdentity<ShopLaunch>(Launch with { UserId = 43 }, "scheme", "id", "issuer", "platform")]);

        Assert.Same(Launch, user.GetLaunch<ShopLaunch>());
    }

    [Fact]
    public void Launch_of_another_platform_is_none_of_this_one()
    {
        Assert.Null(new ClaimsPrincipal(Create()).GetLaunch<OtherLaunch>());
        Assert.Null(new ClaimsPrincipal().GetLaunch<ShopLaunch>());
    }

    private static MiniAppIdentity<ShopLaunch> Create() => new(Launch, "scheme", "id", "issuer", "platform");
}
