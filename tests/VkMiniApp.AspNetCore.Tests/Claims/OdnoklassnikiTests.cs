using System.Security.Claims;
using MiniApp;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>Odnoklassniki numbers its users anew: its user 5 is somebody else than VK's.</summary>
public class OdnoklassnikiTests
{
    [Fact]
    public async Task Launch_is_refused_unless_the_application_opts_in()
    {
        await using var app = await TestApp.StartAsync();
        var result = await app.AuthenticateAsync("Bearer " + TestLaunch.Token(TestLaunch.Odnoklassniki(5)));

        Assert.IsType<VkLaunchOdnoklassnikiException>(result.Failure);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(5)]
    [InlineData(0)]
    public async Task User_is_known_by_the_id_of_odnoklassniki_alone(long userIdBeside)
    {
        await using var app = await TestApp.StartAsync(options => options.AllowOdnoklassniki = true);
        var user = await app.SignInAsync(TestLaunch.Token(TestLaunch.Odnoklassniki(5, userIdBeside)));

        Assert.Equal("ok:5", user.FindFirstValue(ClaimTypes.NameIdentifier));
        Assert.Equal("5", user.FindFirstValue(VkClaimTypes.OkUserId));
        Assert.Equal("512000", user.FindFirstValue("vk_ok_app_id"));
        Assert.False(user.HasClaim(claim => claim.Type == VkClaimTypes.UserId));
        Assert.Null(user.GetVkUserId());
        Assert.Equal("ok:5", user.Identity!.Name);
        Assert.Equal(MiniAppSubject.OkUser(5), user.GetMiniAppSubject());
        Assert.Equal(MiniAppSubject.OkUser(5), new ClaimsPrincipal(new ClaimsIdentity(user.Claims, "cookie")).GetMiniAppSubject());
        Assert.Equal((0, 5), (user.GetVkLaunchParams()!.UserId, user.GetVkLaunchParams()!.OkUserId));
    }

    [Fact]
    public async Task Same_number_in_both_networks_is_never_the_same_user()
    {
        await using var app = await TestApp.StartAsync(options => options.AllowOdnoklassniki = true);
        var vk = await app.SignInAsync(TestLaunch.Token(5));
        var ok = await app.SignInAsync(TestLaunch.Token(TestLaunch.Odnoklassniki(5, userId: 5)));

        Assert.Equal(("5", "ok:5"), (vk.FindFirstValue(ClaimTypes.NameIdentifier), ok.FindFirstValue(ClaimTypes.NameIdentifier)));
        Assert.Equal((5L, null), (vk.GetVkUserId(), ok.GetVkUserId()));
        Assert.Equal(("5", "ok:5"), (vk.Identity!.Name, ok.Identity!.Name));
    }

    [Fact]
    public async Task Opting_in_changes_nothing_for_users_of_vk()
    {
        await using var app = await TestApp.StartAsync(options => options.AllowOdnoklassniki = true);
        var user = await app.SignInAsync(TestLaunch.Token(42));

        Assert.Equal(("42", 42L), (user.FindFirstValue(ClaimTypes.NameIdentifier), user.GetVkUserId()));
    }
}
