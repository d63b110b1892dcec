using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Which scheme a request is looked at by, where launches and sessions are taken.</summary>
public class SchemePickerTests
{
    [Fact]
    public async Task Request_without_credentials_is_challenged_by_the_first_platform()
    {
        await using var app = await SessionApp.StartAsync();
        foreach (var path in new[] { "/who", "/by-launch" })
        {
            var reply = await app.GetAsync(path);
            Assert.Equal((401, "Bearer"), (reply.Status, reply.Challenge));
        }
    }

    [Fact]
    public async Task Launches_behind_one_word_are_told_apart_by_their_look()
    {
        await using var app = await SessionApp.StartAsync(oneWord: true);
        var vk = PlatformScheme.Of("VkMiniApp");
        var telegram = PlatformScheme.Of("TelegramMiniApp");

        Assert.Equal("42 by launch", (await app.GetAsync("/who", "Bearer " + vk.Good())).Body);
        Assert.Equal("telegram:42 by launch", (await app.GetAsync("/who", "Bearer " + telegram.Good())).Body);
        Assert.Equal(200, (await app.TryBeginAsync("Bearer " + telegram.Good())).Status);
    }

    [Theory]
    [InlineData("Bearer x", "Bearer error=\"invalid_token\"")]
    [InlineData("tma x", "tma error=\"invalid_token\"")]
    [InlineData("max x", "max error=\"invalid_token\"")]
    [InlineData("Shop x", "Shop error=\"invalid_token\"")]
    [InlineData("Bearer eyJh.eyJp.c2ln", "Bearer")]
    [InlineData("Basic eDp5", "Bearer")]
    public async Task Garbage_is_refused_by_the_scheme_of_its_word(string authorization, string challenge)
    {
        await using var app = await SessionApp.StartAsync();
        foreach (var path in new[] { "/who", "/by-launch" })
        {
            var reply = await app.GetAsync(path, authorization);
            Assert.Equal((401, challenge), (reply.Status, reply.Challenge));
        }

        Assert.Equal(401, (await app.TryBeginAsync(authorization)).Status);
        Assert.Empty(app.Said);
    }

    [Theory]
    [InlineData("VkMiniApp", "TelegramMiniApp")]
    [InlineData("TelegramMiniApp", "VkMiniApp")]
    public async Task Garbage_behind_one_word_is_refused_by_the_platform_that_was_added_first(string first, string second)
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            var authentication = builder.Services.AddAuthentication().AddMiniAppSessions();
            PlatformScheme.Of(first).AddTo(authentication, acceptBearer: true);
            PlatformScheme.Of(second).AddTo(authentication, acceptBearer: true);
        });

        Assert.Equal(401, (await app.GetAsync("/me", "Bearer x")).Status);
        Assert.Equal($"{first} refused a launch: Malformed.", Assert.Single(logs.Verdicts).Message);
    }

    [Fact]
    public async Task Default_scheme_of_the_applications_own_stays()
    {
        await using var app = await SessionApp.StartAsync(defaultScheme: "ShopMiniApp", map: app =>
            app.MapGet("/either", (ClaimsPrincipal user) => SessionApp.Describe(user))
                .RequireAuthorization(policy => policy.AddAuthenticationSchemes("MiniApp").RequireAuthenticatedUser()));
        var session = await app.BeginAsync();

        Assert.Equal((401, "Shop"), ((await app.GetAsync("/who", session.Authorization)) is var who ? (who.Status, who.Challenge) : default));
        Assert.Equal("42 by session", (await app.GetAsync("/either", session.Authorization)).Body);
        Assert.Equal("42 by session", (await app.GetAsync("/by-session", session.Authorization)).Body);
        Assert.Equal(204, (await app.SendAsync(HttpMethod.Delete, "/session/all", session.Authorization)).Status);
    }

    [Fact]
    public async Task Several_credentials_are_refused()
    {
        await using var app = await SessionApp.StartAsync();
        var session = await app.BeginAsync();
        foreach (var path in new[] { "/who", "/by-launch", "/by-session" })
        {
            Assert.Equal(401, (await app.App.GetAsync(path, session.Authorization, session.Authorization)).Status);
        }
    }

    [Fact]
    public void Sessions_without_a_platform_are_a_fault_that_is_named()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            builder => builder.Services.AddAuthentication().AddMiniAppSessions(), app => app.MapMiniAppSessions("/session")));
        Assert.Equal(
            "Sessions need AddMiniAppSessions(), and a platform beside it, such as AddVkMiniApp(): both are called on what AddAuthentication() returns.",
            fault.Message);
        Assert.Throws<InvalidOperationException>(() => TestApp.Build(
            builder => PlatformScheme.All[0].AddTo(builder.Services.AddAuthentication()), app => app.MapMiniAppSessions("/session")));
    }

    [Fact]
    public async Task Sessions_alone_refuse_everybody_without_a_fault()
    {
        await using var app = await TestApp.StartWithAsync(builder => builder.Services.AddAuthentication().AddMiniAppSessions());

        Assert.Equal(401, (await app.GetAsync("/me")).Status);
    }
}
