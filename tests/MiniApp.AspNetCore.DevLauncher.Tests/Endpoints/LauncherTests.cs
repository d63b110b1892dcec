using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>What an application has to have before a launcher is added to it.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract class LauncherTests<TPlatform>
    where TPlatform : ILauncherSubject
{
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
            Assert.Contains("set AuthenticationScheme in the launcher's options to '", refusal.Message, StringComparison.Ordinal);
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
}
