using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Where the launcher may be, and where it may not.</summary>
public class MappingTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task Launcher_refuses_to_be_anywhere_but_in_development(string environment)
    {
        await using var app = LauncherApp.Build(environment: environment.Length > 0 ? environment : "production-like");

        var refusal = Assert.Throws<InvalidOperationException>(() => app.MapVkMiniAppLauncher());

        Assert.Contains("signs launches of any user", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("app.Environment.IsDevelopment()", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("VkMiniAppLauncherOptions.AllowOutsideDevelopment", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(LauncherApp.Secret, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launcher_is_elsewhere_where_it_is_told_to()
    {
        await using var app = await LauncherApp.StartAsync(
            LauncherApp.Build(environment: "Staging"), options => options.AllowOutsideDevelopment = true);

        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/vk/")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://localhost/")]
    [InlineData("http://user@localhost/")]
    public async Task Page_that_no_frame_should_open_is_refused(string address)
    {
        await using var app = LauncherApp.Build();

        var refusal = Assert.Throws<ArgumentException>(() => app.MapVkMiniAppLauncher("/vk", options => options.AppUrl = Address(address)));

        Assert.StartsWith("AppUrl must be ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app/?debug=1#top")]
    [InlineData("http://localhost:5173/")]
    [InlineData("https://app.example/path")]
    public async Task Page_of_the_back_end_or_of_another_origin_is_opened(string address)
    {
        await using var app = LauncherApp.Build();

        Assert.NotNull(app.MapVkMiniAppLauncher("/vk", options => options.AppUrl = Address(address)));
    }

    [Fact]
    public async Task Missing_setting_is_named()
    {
        await using var app = LauncherApp.Build();

        Assert.StartsWith("AppUrl must not be null.", Fault(options => options.AppUrl = null!), StringComparison.Ordinal);
        Assert.StartsWith("AuthenticationScheme must not be empty.", Fault(options => options.AuthenticationScheme = ""), StringComparison.Ordinal);

        string Fault(Action<VkMiniAppLauncherOptions> damage) =>
            Assert.Throws<ArgumentException>(() => app.MapVkMiniAppLauncher("/vk", damage)).Message;
    }

    [Fact]
    public async Task Missing_argument_is_named()
    {
        await using var app = LauncherApp.Build();

        Assert.Equal("endpoints", Assert.Throws<ArgumentNullException>(() => VkMiniAppLauncherExtensions.MapVkMiniAppLauncher(null!)).ParamName);
        Assert.Equal("pattern", Assert.Throws<ArgumentNullException>(() => app.MapVkMiniAppLauncher(null!)).ParamName);
        Assert.Equal("configureOptions", Assert.Throws<ArgumentNullException>(() => app.MapVkMiniAppLauncher("/vk", null!)).ParamName);
    }

    [Fact]
    public async Task Scheme_that_is_not_there_or_not_of_vk_is_named()
    {
        await using var app = LauncherApp.Build(configureServices: services => services.AddAuthentication().AddCookie("cookie"));

        foreach (var scheme in new[] { "vk", "cookie" })
        {
            var refusal = Assert.Throws<InvalidOperationException>(
                () => app.MapVkMiniAppLauncher("/vk", options => options.AuthenticationScheme = scheme));
            Assert.Contains($"'{scheme}'", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("AddVkMiniApp()", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Application_without_authentication_is_told_what_is_missing()
    {
        await using var app = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" }).Build();

        Assert.Contains("AddVkMiniApp()", Assert.Throws<InvalidOperationException>(() => app.MapVkMiniAppLauncher()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_that_lets_only_signed_in_users_in_still_shows_the_launcher()
    {
        await using var app = await LauncherApp.StartAsync(LauncherApp.Build(configureServices: services =>
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.CallAsync("/open")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/vk/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsync(HttpMethod.Get, "/vk/settings")).StatusCode);
    }

    private static Uri Address(string text) => new(text, text.StartsWith('/') || !text.Contains(':', StringComparison.Ordinal) ? UriKind.Relative : UriKind.Absolute);
}
