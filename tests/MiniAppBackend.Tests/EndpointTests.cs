using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;
using VkMiniApp.Testing;

namespace MiniAppBackend.Tests;

public sealed class EndpointTests(Backend backend) : IClassFixture<Backend>
{
    private const string Json = "application/json; charset=utf-8";
    private const string Text = "text/plain; charset=utf-8";

    [Fact]
    public Task The_home_page_needs_no_sign_in() => backend.GetAsync("/").ShouldAnswerAsync(
        """
        The back end of a VK mini app.

        GET /app/                  the mini app's page
        GET /me                    who you are; needs a launch signed by VK, or a session that began with one
        DELETE /me                 policy: a launch of the last five minutes
        POST /phone                your phone number, as VKWebAppGetPhoneNumber gave it to the page
        GET /russian               policy: VK's interface is in Russian
        GET /community             the community that the app was opened from
        GET /community/settings    policy: its administrators and editors

        A launch goes into the header: Authorization: Bearer <the query of the mini app's address>

        POST /session              exchanges a launch for an access token and a refresh token; header: Launch-Binding
        POST /session/cookie       exchanges a launch for a cookie; header: Launch-Binding
        POST /session/refresh      exchanges {"refreshToken":"…"} for new ones
        DELETE /session            ends the session; DELETE /session/all ends all of the user's
        GET /session               who you are; takes a launch, an access token, or the cookie with X-Requested-With
        /hubs/lobby                SignalR; takes a launch

        And where there are settings for them:

        GET /telegram/me           who you are; header: Authorization: tma <Telegram.WebApp.initData>
        POST /telegram/phone       your phone number, as requestContact gave it to the page
        GET /max/me                who you are; header: Authorization: max <WebApp.initData>
        POST /max/phone            your phone number, as requestContact gave it to the page
        """,
        Text);

    [Fact]
    public Task Me_tells_who_the_launch_says_is_there() => backend
        .GetAsync("/me", new VkLaunchParamsDescriptor { UserId = 4_000_000_000, Platform = VkPlatform.MobileIPad, Language = "en" })
        .ShouldAnswerAsync("""{"id":4000000000,"platform":"mobile_ipad","language":"en"}""", Json);

    [Fact]
    public Task Me_takes_a_token_in_base64url() => backend
        .GetAsync("/me", new VkTestLaunch(userId: 42).Changed(Base64))
        .ShouldAnswerAsync("""{"id":42,"platform":"desktop_web","language":"ru"}""", Json);

    [Fact]
    public Task Me_takes_a_platform_that_nobody_knows_yet() => backend
        .GetAsync("/me", new VkLaunchParamsDescriptor { UserId = 42, Platform = new VkPlatform("smart_fridge") })
        .ShouldAnswerAsync("""{"id":42,"platform":"smart_fridge","language":"ru"}""", Json);

    [Fact]
    public Task The_policy_on_the_language_lets_a_russian_interface_in() => backend
        .GetAsync("/russian", new VkLaunchParamsDescriptor { UserId = 42, Language = "ru" })
        .ShouldAnswerAsync("Привет!", Text);

    [Fact]
    public Task The_policy_on_the_language_keeps_another_interface_out() => backend
        .GetAsync("/russian", new VkLaunchParamsDescriptor { UserId = 42, Language = "en" })
        .ShouldForbidAsync();

    [Fact]
    public Task The_controller_tells_the_community_and_the_role() => backend
        .GetAsync("/community", Member(VkGroupRole.Member))
        .ShouldAnswerAsync("You are 'member' in community 7.", Text);

    [Fact]
    public Task The_controller_tells_that_there_is_no_community() => backend
        .GetAsync("/community", new VkTestLaunch(userId: 42))
        .ShouldAnswerAsync("The app was not opened from a community.", Text);

    [Theory]
    [InlineData("admin")]
    [InlineData("editor")]
    public Task The_policy_on_the_role_lets_those_in_who_run_the_community(string role) => backend
        .GetAsync("/community/settings", Member(new VkGroupRole(role)))
        .ShouldAnswerAsync("Settings of community 7.", Text);

    [Theory]
    [InlineData("none")]
    [InlineData("member")]
    [InlineData("moder")]
    [InlineData("Admin")]
    [InlineData("admin,editor")]
    [InlineData("")]
    public Task The_policy_on_the_role_keeps_every_other_role_out(string role) => backend
        .GetAsync("/community/settings", Member(new VkGroupRole(role)))
        .ShouldForbidAsync();

    [Fact]
    public Task The_policy_on_the_role_keeps_a_launch_without_a_community_out() => backend
        .GetAsync("/community/settings", new VkTestLaunch(userId: 42))
        .ShouldForbidAsync();

    [Fact]
    public Task Telegram_me_tells_who_the_init_data_says_is_there() => backend
        .GetAsync("/telegram/me", "tma " + backend.Sign(new TelegramUser { Id = 4_000_000_000, FirstName = "Ада", LanguageCode = "ru" }))
        .ShouldAnswerAsync("""{"id":4000000000,"firstName":"Ада","language":"ru"}""", Json);

    [Fact]
    public Task Telegram_me_takes_a_user_without_a_name_and_a_language() => backend
        .GetAsync("/telegram/me", "tma " + backend.Sign(new TelegramUser { Id = 42 }))
        .ShouldAnswerAsync("""{"id":42,"firstName":"","language":null}""", Json);

    [Fact]
    public Task Max_me_tells_who_the_init_data_says_is_there() => backend
        .GetAsync("/max/me", "max " + backend.Sign(new MaxUser { Id = 4_000_000_000, FirstName = "Ада", LanguageCode = "ru" }))
        .ShouldAnswerAsync("""{"id":4000000000,"firstName":"Ада","language":"ru"}""", Json);

    [Fact]
    public Task Max_me_takes_a_user_without_a_name_and_a_language() => backend
        .GetAsync("/max/me", "max " + backend.Sign(new MaxUser { Id = 42 }))
        .ShouldAnswerAsync("""{"id":42,"firstName":"","language":null}""", Json);

    private static VkTestLaunch Member(VkGroupRole role) => new(userId: 42, role, groupId: 7);

    private static string Base64(string query) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes(query));
}
