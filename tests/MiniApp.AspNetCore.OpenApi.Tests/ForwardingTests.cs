using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>Schemes that hand requests on to others.</summary>
public class ForwardingTests
{
    private const string Vk = """[{"VkMiniApp":[]}]""";
    private const string Telegram = """[{"TelegramMiniApp":[]}]""";
    private const string Either = """[{"VkMiniApp":[]},{"TelegramMiniApp":[]}]""";

    [Fact]
    public async Task Policy_scheme_with_a_fixed_target_is_its_target() =>
        Assert.Equal(Telegram, await SecurityAsync(front => front.ForwardDefault = "TelegramMiniApp"));

    [Fact]
    public async Task Policy_scheme_that_chooses_by_the_request_may_be_any() =>
        Assert.Equal(Either, await SecurityAsync(front => front.ForwardDefaultSelector = Choose));

    [Fact]
    public async Task Choice_comes_before_the_default_target() =>
        Assert.Equal(
            Either, await SecurityAsync(front => (front.ForwardDefaultSelector, front.ForwardDefault) = (Choose, "TelegramMiniApp")));

    [Fact]
    public async Task Target_for_authentication_alone_comes_before_the_choice() =>
        Assert.Equal(Vk, await SecurityAsync(front => (front.ForwardAuthenticate, front.ForwardDefaultSelector) = ("VkMiniApp", Choose)));

    [Theory]
    [InlineData(null)]
    [InlineData("cookie")]
    [InlineData("nobody")]
    [InlineData("front")]
    public async Task Policy_scheme_that_leads_to_no_launch_demands_none(string? target) =>
        Assert.Null(await SecurityAsync(front => front.ForwardDefault = target));

    [Fact]
    public async Task Mini_app_scheme_that_hands_on_is_its_target() =>
        Assert.Equal(
            Telegram,
            await SecurityAsync(front => front.ForwardDefault = "VkMiniApp", vk => vk.ForwardAuthenticate = "TelegramMiniApp"));

    [Fact]
    public async Task Mini_app_scheme_that_hands_some_requests_on_is_itself_too() =>
        Assert.Equal(
            Vk,
            await SecurityAsync(front => front.ForwardDefault = "VkMiniApp", vk => vk.ForwardDefaultSelector = _ => "cookie"));

    [Fact]
    public async Task Mini_app_scheme_that_names_itself_as_its_target_is_itself() =>
        Assert.Equal(Vk, await SecurityAsync(front => front.ForwardDefault = "VkMiniApp", vk => vk.ForwardDefault = "VkMiniApp"));

    [Fact]
    public async Task Schemes_that_hand_on_in_a_circle_come_to_an_end() =>
        Assert.Null(await SecurityAsync(front => front.ForwardDefault = "VkMiniApp", vk => vk.ForwardDefault = "front"));

    private static string? Choose(HttpContext context) =>
        context.Request.Headers.Authorization.Count == 0 ? "VkMiniApp" : "TelegramMiniApp";

    private static async Task<string?> SecurityAsync(Action<PolicySchemeOptions> front, Action<VkMiniAppOptions>? vk = null)
    {
        await using var app = await DocumentedApp.StartAsync(
            services =>
            {
                services.AddAuthorization();
                services.AddAuthentication("cookie").AddCookie("cookie")
                    .AddPolicyScheme("front", null, front).AddVk(configure: vk).AddTelegram();
            },
            app => app.MapGet("/me", [Authorize(AuthenticationSchemes = "front")] () => "me"));

        return (await app.DescribeAsync()).SecurityOf("/me");
    }
}
