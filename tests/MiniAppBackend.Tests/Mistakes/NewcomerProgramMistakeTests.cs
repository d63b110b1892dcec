using System.Security.Claims;
using MaxMiniApp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>What a newcomer gets wrong in <c>Program.cs</c>, and what says so: the start, the console or the answer.</summary>
public sealed class NewcomerProgramMistakeTests
{
    private static readonly NewcomerPlatform Vk = NewcomerPlatform.Vk;

    public static TheoryData<string> Platforms => NewcomerPlatform.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task No_AddAuthorization(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);

        Assert.Contains(MistakeWords.NoAuthorization, await FailToAnswerAsync(platform, WithoutAuthorization(platform)), StringComparison.Ordinal);
        Assert.StartsWith(
            MistakeWords.NoAuthorizationServices,
            await NewcomerApp.FailToStartAsync(platform.Settings, WithoutAuthorization(platform), app => app.UseAuthorization()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_AddAuthentication() => Assert.Contains(
        MistakeWords.NoAuthentication, await FailToAnswerAsync(Vk, builder => builder.Services.AddAuthorization()), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Authorization_before_authentication(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await platform.StartAsync(app =>
        {
            app.UseAuthorization();
            app.UseAuthentication();
            NewcomerPlatform.Map(app);
        });

        Assert.Equal(401, (await app.AskAsync($"{platform.Word} {platform.Good()}")).Status);
        Assert.StartsWith(
            platform.Say(MistakeWords.NotAskedFor) + " Put app.UseAuthentication() before app.UseAuthorization().",
            Assert.Single(app.Console),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routing_behind_authorization()
    {
        await using var app = await Vk.StartAsync(app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseRouting();
            NewcomerPlatform.Map(app);
        });

        var (status, body) = await app.AskAsync("Bearer " + Vk.Good());
        Assert.Equal(500, status);
        Assert.Contains(MistakeWords.NoAuthorization, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_scheme_and_no_default()
    {
        await using var app = await NewcomerApp.StartAsync(
            [.. Vk.Settings, .. NewcomerPlatform.Telegram.Settings],
            builder =>
            {
                Vk.Build(builder);
                NewcomerPlatform.Telegram.Build(builder);
            },
            NewcomerPlatform.Map);

        var (status, body) = await app.AskAsync("Bearer " + Vk.Good());
        Assert.Equal(500, status);
        Assert.Contains(MistakeWords.NoDefault, body, StringComparison.Ordinal);
        Assert.Contains(app.Console, line => line.StartsWith(
            MistakeWords.NotAskedFor + " Make it the default, AddAuthentication(\"VkMiniApp\"), or name it in the endpoint's policy, "
                + "AddAuthenticationSchemes(\"VkMiniApp\").",
            StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Another_default_scheme(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await NewcomerApp.StartAsync(platform.Settings, BuildBehindCookie(platform), NewcomerPlatform.Map);

        Assert.Equal(302, (await app.AskAsync($"{platform.Word} {platform.Good()}")).Status);
        Assert.StartsWith(platform.Say(MistakeWords.NotAskedFor) + " Make it the default", Assert.Single(app.Console), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_names_its_schemes_means_them()
    {
        await using var app = await NewcomerApp.StartAsync(Vk.Settings, BuildBehindCookie(Vk), app => app
            .MapGet("/me", NewcomerPlatform.Greet)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Cookies" }));

        Assert.Equal(302, (await app.AskAsync("Bearer " + Vk.Good())).Status);
        Assert.Empty(app.Console);
    }

    [Fact]
    public async Task Nobody_looks_for_mistakes_outside_of_Development()
    {
        await using var app = await NewcomerApp.StartAsync(Vk.Settings, BuildBehindCookie(Vk), NewcomerPlatform.Map, "Production");
        await using var open = await NewcomerApp.StartAsync(Vk.Settings, Vk.Build, app => app.MapGet("/me", NewcomerPlatform.Greet), "Production");

        Assert.Equal(302, (await app.AskAsync("Bearer " + Vk.Good())).Status);
        Assert.Equal(200, (await open.AskAsync()).Status);
        Assert.Equal(200, (await open.AskAsync("Bearer " + Vk.Sign("another-key", NewcomerPlatform.Now))).Status);
        Assert.Empty(app.Console);
        Assert.StartsWith("VkMiniApp refused a launch: InvalidSignature. [", Assert.Single(open.Console), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_policy_or_scheme()
    {
        Assert.Contains(
            MistakeWords.NoPolicy,
            await FailToAnswerAsync(Vk, Vk.Build, app => app.MapGet("/me", NewcomerPlatform.Greet).RequireAuthorization("VkUser")),
            StringComparison.Ordinal);
        Assert.Contains(
            MistakeWords.NoScheme,
            await FailToAnswerAsync(Vk, Vk.Build, app => app
                .MapGet("/me", NewcomerPlatform.Greet).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "VKMiniApp" })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_scheme_twice() => Assert.Equal(
        MistakeWords.SchemeTwice,
        await NewcomerApp.FailToStartAsync(Vk.Settings, builder => builder.Services.AddAuthentication().AddVkMiniApp().AddVkMiniApp()));

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task An_endpoint_that_takes_the_user_and_lets_anybody_in(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await platform.StartAsync(app => app.MapGet("/me", NewcomerPlatform.Greet));

        Assert.Equal((200, "Hello, ."), await app.AskAsync());
        Assert.StartsWith(
            $"HTTP: GET /me => Greet answered 200 to a request without a launch: {MistakeWords.AnybodyLetIn}",
            Assert.Single(app.Console),
            StringComparison.Ordinal);

        Assert.Equal(200, (await app.AskAsync()).Status);
        Assert.Single(app.Console);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_launch_that_may_be_missing_lets_anybody_in(string scheme)
    {
        var platform = NewcomerPlatform.Of(scheme);
        await using var app = await platform.StartAsync(app => _ = scheme switch
        {
            "VkMiniApp" => app.MapGet("/me", (VkLaunchParams? launch) => $"{launch?.UserId}"),
            "TelegramMiniApp" => app.MapGet("/me", (TelegramInitData? launch) => $"{launch?.User?.Id}"),
            _ => app.MapGet("/me", (MaxInitData? launch) => $"{launch?.User?.Id}"),
        });

        Assert.Equal((200, ""), await app.AskAsync($"{platform.Word} {platform.Sign(platform.Key, DateTimeOffset.UnixEpoch.AddDays(1))}"));
        Assert.Contains(app.Console, line => line.StartsWith(
            $"HTTP: GET /me answered 200 to a request whose launch {scheme} refused: {MistakeWords.AnybodyLetIn}", StringComparison.Ordinal));
        Assert.Equal((200, "42"), await app.AskAsync($"{platform.Word} {platform.Good()}"));
    }

    [Fact]
    public async Task AllowAnonymous_that_swallows_a_demand_is_told_of_where_a_launch_is_refused()
    {
        await using var app = await Vk.StartAsync(app => app.MapGet("/me", NewcomerPlatform.Greet).RequireAuthorization().AllowAnonymous());

        Assert.Equal(200, (await app.AskAsync()).Status);
        Assert.Empty(app.Console);

        Assert.Equal(200, (await app.AskAsync("Bearer " + Vk.Sign("another-key", NewcomerPlatform.Now))).Status);
        Assert.Contains(app.Console, line => line.Contains(MistakeWords.AnybodyLetIn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_that_turns_away_or_does_not_care_who_asks_is_no_mistake()
    {
        await using var careless = await Vk.StartAsync(app => app.MapGet("/me", () => "Hello."));
        await using var own = await Vk.StartAsync(app => app.MapGet("/me", (ClaimsPrincipal user) =>
            user.Identity?.IsAuthenticated == true ? Results.Ok() : Results.Unauthorized()));

        Assert.Equal(200, (await careless.AskAsync()).Status);
        Assert.Equal(401, (await own.AskAsync()).Status);
        Assert.Equal(200, (await own.AskAsync("Bearer " + Vk.Good())).Status);
        Assert.Empty(careless.Console.Concat(own.Console));
    }

    [Fact]
    public async Task The_launcher_in_Production_or_without_its_scheme()
    {
        Assert.Contains(
            MistakeWords.LauncherOutside,
            await NewcomerApp.FailToStartAsync(Vk.Settings, Vk.Build, app => app.MapVkMiniAppLauncher("/vk"), "Production"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            MistakeWords.LauncherAlone,
            await NewcomerApp.FailToStartAsync([], builder => builder.Services.AddAuthentication(), app => app.MapVkMiniAppLauncher("/vk")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launcher_for_a_scheme_of_another_name() => Assert.Equal(
        $"{MistakeWords.LauncherAlone} set AuthenticationScheme in the launcher's options to 'Shop' or 'vkminiapp'.",
        await NewcomerApp.FailToStartAsync(
            [],
            builder => builder.Services.AddAuthentication().AddTelegramMiniApp().AddVkMiniApp("Shop", _ => { }).AddVkMiniApp("vkminiapp", _ => { }),
            app => app.MapVkMiniAppLauncher("/vk")));

    /// <summary>An endpoint of every method, as a controller without one or a fallback policy is.</summary>
    internal static void MapAnyMethod(WebApplication app) => app.Map("/me", NewcomerPlatform.Greet).RequireAuthorization();

    private static Action<WebApplicationBuilder> WithoutAuthorization(NewcomerPlatform platform) =>
        builder => platform.Add(builder.Services.AddAuthentication(), false);

    private static Action<WebApplicationBuilder> BuildBehindCookie(NewcomerPlatform platform) => builder =>
    {
        builder.Services.AddAuthentication("Cookies").AddCookie();
        platform.Build(builder);
    };

    /// <summary>The page of Development behind the status 500, which an error of the application's own makes.</summary>
    private static async Task<string> FailToAnswerAsync(
        NewcomerPlatform platform, Action<WebApplicationBuilder> build, Action<WebApplication>? map = null)
    {
        await using var app = await NewcomerApp.StartAsync(platform.Settings, build, map ?? NewcomerPlatform.Map);
        var (status, body) = await app.AskAsync($"{platform.Word} {platform.Good()}");

        Assert.Equal(500, status);
        return body;
    }
}
