using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What every scheme of ASP.NET Core owes: another one can do its work.</summary>
public class ForwardingTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Each_operation_can_be_left_to_another_scheme(string name)
    {
        var (platform, other) = (PlatformScheme.Of(name), Another(name));
        var forbidden = false;
        await using var app = await StartAsync(platform, other, options =>
            (options.ForwardAuthenticate, options.ForwardChallenge, options.ForwardForbid) = (other.Name, other.Name, other.Name),
            options => options.Events.OnForbidden = _ =>
            {
                forbidden = true;
                return Task.CompletedTask;
            });

        Assert.Equal(other.NameIdentifier(42), (await app.GetAsync("/me", other.Header(other.Good()))).Body);
        Assert.Equal([other.AuthScheme], (await app.GetAsync("/me", platform.Header(platform.Good()))).Challenges);
        Assert.Equal(403, (await app.GetAsync("/staff", other.Header(other.Good()))).Status);
        Assert.True(forbidden);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Operation_that_is_not_forwarded_stays_with_the_scheme(string name)
    {
        var (platform, other) = (PlatformScheme.Of(name), Another(name));
        await using var app = await StartAsync(platform, other, options => options.ForwardChallenge = other.Name);

        Assert.Equal(platform.NameIdentifier(42), (await app.GetAsync("/me", platform.Header(platform.Good()))).Body);
        Assert.Equal([other.AuthScheme], (await app.GetAsync("/me", platform.Header(platform.Forged()))).Challenges);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Selector_can_choose_the_scheme_by_the_request(string name)
    {
        var (platform, other) = (PlatformScheme.Of(name), Another(name));
        await using var app = await StartAsync(platform, other, options => options.ForwardDefaultSelector = context =>
            context.Request.Headers.Authorization.ToString().StartsWith(other.AuthScheme, StringComparison.Ordinal) ? other.Name : null);

        Assert.Equal(platform.NameIdentifier(42), (await app.GetAsync("/me", platform.Header(platform.Good()))).Body);
        Assert.Equal(other.NameIdentifier(42), (await app.GetAsync("/me", other.Header(other.Good()))).Body);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_can_not_be_signed_in_or_out(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder => platform.AddTo(builder.Services.AddAuthentication()),
            routes =>
            {
                routes.MapGet("/in", (HttpContext context) => context.SignInAsync(name, new ClaimsPrincipal(new ClaimsIdentity("test"))));
                routes.MapGet("/out", (HttpContext context) => context.SignOutAsync(name));
            });

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.GetAsync("/in"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.GetAsync("/out"));
    }

    private static PlatformScheme Another(string name) => PlatformScheme.All.First(platform => platform.Name != name);

    private static Task<TestApp> StartAsync(
        PlatformScheme platform, PlatformScheme other, Action<MiniAppOptions> configure, Action<MiniAppOptions>? configureOther = null) =>
        TestApp.StartWithAsync(builder =>
        {
            var authentication = builder.Services.AddAuthentication(platform.Name);
            platform.AddTo(authentication, configure);
            other.AddTo(authentication, configureOther);
        });
}
