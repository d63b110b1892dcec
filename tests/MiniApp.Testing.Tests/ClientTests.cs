using System.Net;
using MaxMiniApp.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp.Testing;
using TestSupport;
using VkMiniApp;
using VkMiniApp.AspNetCore;
using VkMiniApp.Testing;

namespace MiniApp.Testing.Tests;

public sealed class ClientTests : IAsyncDisposable
{
    private static readonly VkTestLaunch Good = new(42);

    private readonly TestedApp _app = new(AddAllSchemes);

    [Fact]
    public async Task A_client_of_the_factory_signs_every_request_anew()
    {
        await using var factory = _app.WithClock(out var clock);
        using var vk = factory.CreateVkClient(42);
        using var telegram = factory.CreateTelegramClient(42);
        using var max = factory.CreateMaxClient(42);

        clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(
            ["42", "telegram:42", "max:42"],
            [await vk.GetVerdictAsync("VkMiniApp"), await telegram.GetVerdictAsync("TelegramMiniApp"), await max.GetVerdictAsync("MaxMiniApp")]);
    }

    [Fact]
    public async Task A_launch_that_a_client_was_given_ages()
    {
        await using var factory = _app.WithClock(out var clock);
        using var vk = factory.CreateClient().WithVkLaunch(factory.Services, Good);
        using var telegram = factory.CreateClient().WithTelegramInitData(factory.Services, new TelegramTestLaunch(42));
        using var max = factory.CreateClient().WithMaxInitData(factory.Services, new MaxTestLaunch(42));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("42", await vk.GetVerdictAsync("VkMiniApp"));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Expired", await vk.GetVerdictAsync("VkMiniApp"));

        clock.Advance(TimeSpan.FromHours(23) - TimeSpan.FromSeconds(1));
        Assert.Equal(
            ["telegram:42", "max:42"], [await telegram.GetVerdictAsync("TelegramMiniApp"), await max.GetVerdictAsync("MaxMiniApp")]);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["Expired", "Expired"], [await telegram.GetVerdictAsync("TelegramMiniApp"), await max.GetVerdictAsync("MaxMiniApp")]);
    }

    [Fact]
    public async Task A_request_has_a_launch_of_its_own()
    {
        using var client = _app.CreateVkClient(42);

        using var vk = Request("VkMiniApp").WithVkLaunch(_app.Services, Good.Forged());
        using var telegram = Request("TelegramMiniApp").WithTelegramInitData(_app.Services, new TelegramTestLaunch(5));
        using var max = Request("MaxMiniApp").WithMaxInitData(_app.Services, new MaxTestLaunch(6));

        Assert.Equal(
            ["InvalidSignature", "telegram:5", "max:6", "42"],
            [await client.GetVerdictAsync(vk), await client.GetVerdictAsync(telegram), await client.GetVerdictAsync(max), await client.GetVerdictAsync("VkMiniApp")]);
    }

    [Fact]
    public async Task A_request_that_was_given_what_is_no_credentials_keeps_that()
    {
        using var client = _app.CreateVkClient(42);
        using var request = Request("VkMiniApp");
        request.Headers.TryAddWithoutValidation("Authorization", _app.Services.SignVkLaunch(Good)); // the word is missing

        Assert.NotEqual("42", await client.GetVerdictAsync(request));
        Assert.Equal("42", await client.GetVerdictAsync("VkMiniApp"));
    }

    [Fact]
    public void A_token_goes_into_any_place()
    {
        var vk = new VkLaunchParamsVerifier(1, "the app's key").Verify(_app.Services.SignVkLaunch(Good));
        var telegram = new TelegramMiniApp.TelegramInitDataVerifier("1:token").Verify(_app.Services.SignTelegramInitData(new TelegramTestLaunch(5)));
        var max = new MaxMiniApp.MaxInitDataVerifier("token").Verify(_app.Services.SignMaxInitData(new MaxTestLaunch(6)));

        Assert.Equal([42, 5, 6], [vk.LaunchParams!.UserId, telegram.InitData!.User.Id, max.InitData!.User.Id]);
    }

    [Theory]
    [InlineData(true, true, HttpStatusCode.OK, "yes")]
    [InlineData(true, false, HttpStatusCode.OK, "no")]
    [InlineData(false, true, HttpStatusCode.Redirect, "yes")]
    public async Task A_client_does_what_the_factorys_own_clients_do(bool redirects, bool cookies, HttpStatusCode away, string seen)
    {
        (_app.ClientOptions.AllowAutoRedirect, _app.ClientOptions.HandleCookies) = (redirects, cookies);
        _app.ClientOptions.BaseAddress = new Uri("https://example.com");
        using var client = _app.CreateVkClient(42);
        using var response = await client.GetAsync("/away");
        await client.GetStringAsync("/cookie");

        Assert.Equal(_app.ClientOptions.BaseAddress, client.BaseAddress);
        Assert.Equal(away, response.StatusCode);
        Assert.Equal(redirects ? "42" : "", await response.Content.ReadAsStringAsync());
        Assert.Equal(seen, await client.GetStringAsync("/seen"));
    }

    [Fact]
    public async Task A_client_reaches_a_host_that_listens_on_a_socket()
    {
        _app.StartOnKestrel();
        using var client = _app.CreateVkClient(42);

        Assert.Equal("42", await client.GetVerdictAsync());
        Assert.NotEqual(80, client.BaseAddress!.Port);
    }

    [Fact]
    public async Task A_scheme_of_another_name_is_named()
    {
        await using var app = new TestedApp(schemes => schemes
            .AddVkMiniApp("Game", options => options.AddApp(1, "the game's key"))
            .AddVkMiniApp("Shop", options => options.AddApp(2, "the shop's key")));

        Assert.Equal(
            "The host has no authentication scheme 'VkMiniApp' with VkMiniAppOptions. It has these: 'Game', 'Shop'.",
            Assert.Throws<InvalidOperationException>(() => app.CreateVkClient(42)).Message);
        Assert.Equal(
            "The host has no authentication scheme 'Game' with MaxMiniAppOptions. It has no such scheme at all.",
            Assert.Throws<InvalidOperationException>(() => app.Services.SignMaxInitData(new MaxTestLaunch(1), "Game")).Message);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static HttpRequestMessage Request(string scheme) => new(HttpMethod.Get, $"/verdict/{scheme}");

    private static void AddAllSchemes(AuthenticationBuilder schemes)
    {
        schemes.Services.Configure<AuthenticationOptions>(options => options.DefaultScheme = VkMiniAppDefaults.AuthenticationScheme);
        schemes.AddVkMiniApp(options => options.AddApp(1, "the app's key"));
        schemes.AddTelegramMiniApp(options => options.BotToken = "1:token");
        schemes.AddMaxMiniApp(options => options.BotToken = "token");
    }
}
