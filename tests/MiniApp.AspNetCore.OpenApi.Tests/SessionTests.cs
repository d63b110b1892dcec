using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>Sessions, which are described beside the launches that they are exchanged for.</summary>
public sealed class SessionTests
{
    private const string Launches = """[{"VkMiniApp":[]},{"TelegramMiniApp":[]}]""";
    private const string Session = """[{"MiniAppSession":[]}]""";
    private const string Either = """[{"VkMiniApp":[]},{"TelegramMiniApp":[]},{"MiniAppSession":[]}]""";

    private const string Sentence = "Session. The access token that was answered to a launch or to a refresh token, as it was answered.";

    [Theory]
    [InlineData("/either", Either)]
    [InlineData("/launch", Launches)]
    [InlineData("/session-alone", Session)]
    [InlineData("/named-either", Either)]
    [InlineData("/named-launch", Launches)]
    [InlineData("/named-session", Session)]
    [InlineData("/of-one-platform", """[{"VkMiniApp":[]}]""")]
    [InlineData("/application-chooses", Either)]
    [InlineData("/open", null)]
    public async Task Operation_demands_launches_or_sessions_or_either(string path, string? security)
    {
        await using var app = await StartAsync();
        var document = await app.DescribeAsync();

        Assert.Equal((security, security is null ? 200 : 401), (document.SecurityOf(path), await app.GetStatusAsync(path)));
    }

    [Theory]
    [InlineData(false, false, Sentence)]
    [InlineData(true, false, Sentence + " Or the cookie __Host-s in its place, and the header X-Requested-With.")]
    [InlineData(false, true, Sentence + " Or the cookie __Host-s in its place, and the header X-Requested-With.")]
    public async Task Session_is_described_once_with_the_cookie_where_there_is_one(bool useCookie, bool useCookieForPages, string sentence)
    {
        await using var app = await StartAsync(
            configure: options => (options.UseCookie, options.UseCookieForPages, options.CookieName) = (useCookie, useCookieForPages, "__Host-s"));

        Assert.EndsWith(
            $$$""","MiniAppSession":{"type":"http","description":"{{{sentence}}}","scheme":"bearer","bearerFormat":"session"}}""",
            (await app.DescribeAsync()).SecuritySchemes,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_without_a_platform_is_described_too()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddMiniAppSessions(), app => app.MapGet("/me", () => "me").RequireMiniAppSession());

        Assert.Equal((Session, 401), ((await app.DescribeAsync()).SecurityOf("/me"), await app.GetStatusAsync("/me")));
    }

    [Fact]
    public async Task Other_scheme_of_the_same_name_is_none_of_sessions()
    {
        await using var app = await DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk().AddBearerToken("MiniAppSession"),
            app => app.MapGet("/me", [Authorize(AuthenticationSchemes = "MiniAppSession")] () => "me"));
        var document = await app.DescribeAsync();

        Assert.Null(document.SecurityOf("/me"));
        Assert.DoesNotContain("MiniAppSession", document.SecuritySchemes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refusal_of_a_session_has_a_body_where_those_of_launches_do(bool writeProblemDetails)
    {
        await using var app = await StartAsync(vk => vk.WriteProblemDetails = writeProblemDetails);

        Assert.Equal(
            writeProblemDetails,
            (await app.DescribeAsync()).ResponseOf("/session-alone", 401)!.Contains("ProblemDetails", StringComparison.Ordinal));
    }

    private static Task<DocumentedApp> StartAsync(Action<VkMiniAppOptions>? vk = null, Action<MiniAppSessionOptions>? configure = null) =>
        DocumentedApp.StartWithAsync(
            schemes => schemes.AddVk(configure: vk).AddTelegram().AddMiniAppSessions(options => configure?.Invoke(options))
                .AddPolicyScheme("front", null, front => front.ForwardDefaultSelector = _ => MiniAppSessionDefaults.AuthenticationScheme)
                .Services.AddProblemDetails(),
            app =>
            {
                app.MapGet("/open", () => "hello");
                app.MapGet("/either", () => "hello").RequireAuthorization();
                app.MapGet("/launch", () => "hello").RequireMiniAppLaunch();
                app.MapGet("/session-alone", () => "hello").RequireMiniAppSession();
                app.MapGet("/named-either", [Authorize(AuthenticationSchemes = MiniAppSessionDefaults.LaunchOrSessionScheme)] () => "hello");
                app.MapGet("/named-launch", [Authorize(AuthenticationSchemes = MiniAppSessionDefaults.LaunchScheme)] () => "hello");
                app.MapGet("/named-session", [Authorize(AuthenticationSchemes = MiniAppSessionDefaults.AuthenticationScheme)] () => "hello");
                app.MapGet("/of-one-platform", [Authorize(AuthenticationSchemes = "VkMiniApp")] () => "hello");
                app.MapGet("/application-chooses", [Authorize(AuthenticationSchemes = "front")] () => "hello");
            });
}
