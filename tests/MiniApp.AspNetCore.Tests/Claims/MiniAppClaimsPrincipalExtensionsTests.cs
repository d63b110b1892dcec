using System.Security.Claims;

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
        Assert.Throws<ArgumentNullException>("principal", () => default(ClaimsPrincipal)!.GetLaunch<IMiniAppLaunch>());
    }
}
