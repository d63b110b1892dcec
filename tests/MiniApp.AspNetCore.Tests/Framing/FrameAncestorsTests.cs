using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShopMiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What an answer says of who may frame it. That browsers keep to it is tested in tests/MiniAppPages.Tests.</summary>
public class FrameAncestorsTests
{
    private const string Vk = "frame-ancestors 'self' https://vk.com https://*.vk.com https://vk.ru https://*.vk.ru";
    private const string Html = "text/html";

    [Fact]
    public async Task Page_may_be_framed_by_its_own_origin_and_the_sites_of_the_platform() =>
        Assert.Equal((Vk, ""), await AnswerAsync(response => response.ContentType = Html));

    [Fact]
    public async Task Each_platform_of_the_application_adds_its_sites_once()
    {
        var (policies, _) = await AnswerAsync(response => response.ContentType = Html, authentication => authentication
            .AddVkMiniApp("Game", SetVk)
            .AddTelegramMiniApp(options => options.BotToken = "1:token")
            .AddMaxMiniApp(options => options.BotToken = "token")
            .AddShopMiniApp(options => options.Secrets = ["secret"]));

        Assert.Equal($"{Vk} https://web.telegram.org https://*.max.ru https://*.shop.example", policies);
    }

    [Fact]
    public async Task Odnoklassniki_frames_where_its_launches_are_accepted_from_the_moment_on()
    {
        var configuration = new ConfigurationManager();
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Configuration.AddConfiguration(configuration);
                builder.Services.AddAuthentication().AddVkMiniApp(SetVk);
            },
            app => app.UseMiniAppFrameAncestors().Run(context => context.Response.WriteAsync("<p>")));
        using var client = app.CreateClient();

        Assert.Equal(Vk, await PolicyAsync(client));
        configuration["Authentication:Schemes:VkMiniApp:AllowOdnoklassniki"] = "true";
        ((IConfigurationRoot)configuration).Reload();
        Assert.Equal(Vk + " https://ok.ru https://*.ok.ru", await PolicyAsync(client));
    }

    [Theory]
    [InlineData("https://partner.example")]
    [InlineData("https://*.partner.example")]
    [InlineData("http://localhost:5173")]
    [InlineData("http://localhost:*")]
    [InlineData("https://127.0.0.1:65535")]
    public async Task Further_origins_stand_behind_the_platforms(string origin) =>
        Assert.Equal(($"{Vk} {origin}", ""), await AnswerAsync(response => response.ContentType = Html, others: [origin, "https://VK.com"]));

    [Theory]
    [InlineData("*")]
    [InlineData("https:")]
    [InlineData("https://*")]
    [InlineData("https://")]
    [InlineData("")]
    [InlineData("partner.example")]
    [InlineData("'none'")]
    [InlineData("https://partner.example/")]
    [InlineData("https://partner.example/page")]
    [InlineData("https://partner.example https://evil.example")]
    [InlineData("https://partner.example;script-src *")]
    [InlineData("https://partner.example,default-src *")]
    [InlineData("https://partner.example\n")]
    [InlineData("https://partner.example\r\nSet-Cookie: a=b")]
    [InlineData("https://партнёр.example")]
    [InlineData("https://\u212A.example")]
    [InlineData("javascript://partner.example")]
    [InlineData("https://partner.example:123456")]
    [InlineData("https://user@partner.example")]
    public async Task What_is_no_origin_is_refused_when_the_application_starts(string other)
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => AnswerAsync(_ => { }, others: [other]));

        Assert.Equal("others", fault.ParamName);
        Assert.StartsWith($"\"{other}\" is no origin: write https://partner.example,", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_without_a_platform_is_told_so_when_it_starts() => Assert.Equal(
        "UseMiniAppFrameAncestors() needs a platform, such as AddVkMiniApp(), which is called on what AddAuthentication() returns.",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => AnswerAsync(_ => { }, authentication => authentication.AddCookie()))).Message);

    [Fact]
    public void Nothing_is_framed_without_an_application_or_by_null()
    {
        Assert.Throws<ArgumentNullException>("app", () => MiniAppFramingApplicationBuilderExtensions.UseMiniAppFrameAncestors(null!));
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        Assert.Throws<ArgumentNullException>("others", () => app.UseMiniAppFrameAncestors(null!));
        Assert.Throws<ArgumentNullException>("others", () => app.UseMiniAppFrameAncestors([null!]));
    }

    [Theory]
    [InlineData("default-src 'self'", "default-src 'self'; " + Vk)]
    [InlineData("default-src 'self'; script-src 'none' ; ", "default-src 'self'; script-src 'none'; " + Vk)]
    [InlineData("default-src 'self', img-src *", "default-src 'self', img-src *; " + Vk)]
    [InlineData("frame-ancestors-of-mine 'none'", "frame-ancestors-of-mine 'none'; " + Vk)]
    [InlineData("frame-src 'none'", "frame-src 'none'; " + Vk)]
    [InlineData(" ; ", Vk)]
    public async Task Policy_of_the_page_says_it_too_and_stays_one(string own, string expected) => Assert.Equal(
        (expected, ""), await AnswerAsync(response => (response.ContentType, response.Headers.ContentSecurityPolicy) = (Html, own)));

    [Fact]
    public async Task Of_several_policies_the_last_says_it() => Assert.Equal(
        ("default-src 'self' | img-src *; " + Vk, ""),
        await AnswerAsync(response => (response.ContentType, response.Headers.ContentSecurityPolicy) = (Html, new(["default-src 'self'", "img-src *"]))));

    /// <summary>The launcher's page, Blazor's answers, a page of administrators: it was meant so.</summary>
    [Theory]
    [InlineData("frame-ancestors 'none'")]
    [InlineData("frame-ancestors")]
    [InlineData("default-src 'self';frame-ancestors\t'self'")]
    [InlineData("default-src 'self', FRAME-Ancestors https://partner.example")]
    public async Task Page_that_says_who_may_frame_it_keeps_its_word(string own)
    {
        Assert.Equal(
            (own, "SAMEORIGIN"),
            await AnswerAsync(response =>
                (response.ContentType, response.Headers.ContentSecurityPolicy, response.Headers.XFrameOptions) = (Html, own, "SAMEORIGIN")));
        Assert.Equal(
            (own + " | img-src *", ""),
            await AnswerAsync(response => (response.ContentType, response.Headers.ContentSecurityPolicy) = (Html, new([own, "img-src *"]))));
    }

    [Theory]
    [InlineData("DENY")]
    [InlineData(" deny ")]
    [InlineData("SAMEORIGIN, Deny")]
    public async Task Page_that_nobody_may_frame_stays_so(string frameOptions) => Assert.Equal(
        ("", frameOptions),
        await AnswerAsync(response => (response.ContentType, response.Headers.XFrameOptions) = (Html, frameOptions)));

    [Theory]
    [InlineData("SAMEORIGIN")]
    [InlineData("ALLOWALL")]
    [InlineData("ALLOW-FROM https://vk.com")]
    [InlineData("DENYING")]
    public async Task Options_that_cannot_name_a_platform_go(string frameOptions) => Assert.Equal(
        (Vk, ""), await AnswerAsync(response => (response.ContentType, response.Headers.XFrameOptions) = (Html, frameOptions)));

    [Fact]
    public async Task Page_with_a_form_that_antiforgery_keeps_to_its_own_origin_can_be_framed_by_the_platform() => Assert.Equal(
        (Vk, ""),
        await AnswerAsync(
            response =>
            {
                response.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(response.HttpContext);
                Assert.Equal("SAMEORIGIN", response.Headers.XFrameOptions);
                response.ContentType = Html;
            },
            authentication => authentication.AddVkMiniApp(SetVk).Services.AddAntiforgery()));

    [Fact]
    public async Task What_others_say_as_late_as_they_can_is_heard() => Assert.Equal(
        ("frame-ancestors 'none'", ""),
        await AnswerAsync(response =>
        {
            response.ContentType = Html;
            response.OnStarting(() =>
            {
                response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
                return Task.CompletedTask;
            });
        }));

    [Theory]
    [InlineData("text/html; charset=utf-8", true)]
    [InlineData("TEXT/HTML", true)]
    [InlineData(" text/html ;charset=utf-8", true)]
    [InlineData("application/xhtml+xml", true)]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("text/html2", false)]
    [InlineData("application/json", false)]
    [InlineData("application/problem+json; charset=utf-8", false)]
    [InlineData("text/plain", false)]
    [InlineData("text/javascript", false)]
    public async Task Only_what_a_browser_shows_as_a_page_says_it(string? contentType, bool isPage) =>
        Assert.Equal((isPage ? Vk : "", ""), await AnswerAsync(response => response.ContentType = contentType));

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Page_of_every_status_says_it(int status) =>
        Assert.Equal((Vk, ""), await AnswerAsync(response => (response.StatusCode, response.ContentType) = (status, Html)));

    [Fact]
    public async Task Directive_is_made_once()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddAuthentication().AddVkMiniApp(SetVk));
        var ancestors = new FrameAncestors(app.Services.GetRequiredService<LaunchSchemeList>(), []);

        Assert.Same(ancestors.FindDirective(), ancestors.FindDirective());
    }

    [Fact]
    public async Task Scheme_that_is_added_later_counts()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddAuthentication()
            .AddVkMiniApp(SetVk).AddMaxMiniApp(options => options.BotToken = "token"));
        var schemes = app.Services.GetRequiredService<IAuthenticationSchemeProvider>();
        var ancestors = new FrameAncestors(app.Services.GetRequiredService<LaunchSchemeList>(), []);

        schemes.RemoveScheme("MaxMiniApp");
        Assert.Equal(Vk, ancestors.FindDirective());
        schemes.AddScheme(new("MaxMiniApp", null, typeof(MaxMiniAppHandler)));
        Assert.Equal(Vk + " https://*.max.ru", ancestors.FindDirective());
    }

    private static void SetVk(VkMiniAppOptions options) => (options.AppId, options.AppSecret) = (6736218, "secret");

    private static async Task<string> PolicyAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/");
        return Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }

    /// <summary>The policies and the frame options of an answer that is made so.</summary>
    private static async Task<(string Policies, string FrameOptions)> AnswerAsync(
        Action<HttpResponse> answer, Action<AuthenticationBuilder>? add = null, string[]? others = null)
    {
        await using var app = await TestApp.StartWithAsync(
            builder => (add ?? (authentication => authentication.AddVkMiniApp(SetVk)))(builder.Services.AddAuthentication()),
            app => app.UseMiniAppFrameAncestors(others ?? []).Run(context =>
            {
                answer(context.Response);
                return context.Response.Body.WriteAsync("<p>"u8.ToArray()).AsTask();
            }));
        using var client = app.CreateClient();
        using var response = await client.GetAsync("/page");

        return (Values("Content-Security-Policy"), Values("X-Frame-Options"));

        string Values(string name) => response.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(" | ", values) : "";
    }
}
