using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>Where the launcher may be, and where it may not.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherMappingTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task Launcher_refuses_to_be_anywhere_but_in_development(string environment)
    {
        await using var app = LauncherApp<TPlatform>.Build(environment: environment.Length > 0 ? environment : "production-like");

        var refusal = Assert.Throws<InvalidOperationException>(() => TPlatform.Map(app));

        Assert.Contains("signs launches of any user", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("app.Environment.IsDevelopment()", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{TPlatform.OptionsName}.AllowOutsideDevelopment", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TPlatform.Secret, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launcher_is_elsewhere_where_it_is_told_to()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync(
            LauncherApp<TPlatform>.Build(environment: "Staging"), options => options.AllowOutsideDevelopment = true);

        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/launcher/")).StatusCode);
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
        await using var app = LauncherApp<TPlatform>.Build();

        var refusal = Assert.Throws<ArgumentException>(() => TPlatform.Map(app, "/launcher", options => options.AppUrl = Address(address)));

        Assert.StartsWith("AppUrl must be ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app/?debug=1#top")]
    [InlineData("http://localhost:5173/")]
    [InlineData("https://app.example/path")]
    public async Task Page_of_the_back_end_or_of_another_origin_is_opened(string address)
    {
        await using var app = LauncherApp<TPlatform>.Build();

        Assert.NotNull(TPlatform.Map(app, "/launcher", options => options.AppUrl = Address(address)));
    }

    [Fact]
    public async Task Missing_setting_is_named()
    {
        await using var app = LauncherApp<TPlatform>.Build();

        Assert.StartsWith("AppUrl must not be null.", Fault(options => options.AppUrl = null!), StringComparison.Ordinal);
        Assert.StartsWith("AuthenticationScheme must not be empty.", Fault(options => options.AuthenticationScheme = ""), StringComparison.Ordinal);

        string Fault(Action<LauncherSetup> damage) =>
            Assert.Throws<ArgumentException>(() => TPlatform.Map(app, "/launcher", damage)).Message;
    }

    [Fact]
    public async Task Missing_argument_is_named()
    {
        await using var app = LauncherApp<TPlatform>.Build();

        Assert.Equal("endpoints", Assert.Throws<ArgumentNullException>(() => TPlatform.Map(null!)).ParamName);
        Assert.Equal("pattern", Assert.Throws<ArgumentNullException>(() => TPlatform.Map(app, null!)).ParamName);
        Assert.Equal("configureOptions", Assert.Throws<ArgumentNullException>(() => TPlatform.Map(app, "/launcher", null!)).ParamName);
    }

    [Fact]
    public async Task Scheme_that_is_not_there_or_not_of_the_platform_is_named()
    {
        await using var app = LauncherApp<TPlatform>.Build(configureServices: services => services.AddAuthentication().AddCookie("cookie"));

        foreach (var scheme in new[] { "missing", "cookie" })
        {
            var refusal = Assert.Throws<InvalidOperationException>(
                () => TPlatform.Map(app, "/launcher", options => options.AuthenticationScheme = scheme));
            Assert.Contains($"'{scheme}'", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(TPlatform.Registration, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Application_without_authentication_is_told_what_is_missing()
    {
        await using var app = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" }).Build();

        Assert.Contains(TPlatform.Registration, Assert.Throws<InvalidOperationException>(() => TPlatform.Map(app)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_that_lets_only_signed_in_users_in_still_shows_the_launcher()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync(LauncherApp<TPlatform>.Build(configureServices: services =>
            services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.CallAsync("/open")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync("/launcher/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.AskAsync(HttpMethod.Get, "/launcher/settings")).StatusCode);
    }

    private static Uri Address(string text) => new(text, text.StartsWith('/') || !text.Contains(':', StringComparison.Ordinal) ? UriKind.Relative : UriKind.Absolute);
}
