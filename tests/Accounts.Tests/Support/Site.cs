using System.Net;
using Accounts.Website;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Accounts.Tests;

/// <summary>The sample with its website, whose back channels end at stand-ins of the providers.</summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly WebApplicationFactoryClientOptions Browser =
        new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = true };

    private Site(FakeTelegram telegram, FakeVkId vk, HttpMessageHandler? telegramHandler)
    {
        (Telegram, Vk) = (telegram, vk);
        App = new AccountsApp(TimeProvider.System.GetUtcNow())
        {
            Settings =
            {
                ["Website:Telegram:ClientId"] = FakeTelegram.ClientId,
                ["Website:Telegram:ClientSecret"] = FakeTelegram.ClientSecret,
                ["Website:Vk:ClientId"] = FakeVkId.ClientId,
            },
            ConfigureServices = services =>
            {
                services.Configure<OpenIdConnectOptions>(TelegramWebsite.Scheme, options =>
                    ((DelegatingHandler)options.BackchannelHttpHandler!).InnerHandler = telegramHandler ?? telegram.CreateHandler());
                services.Configure<OAuthOptions>(VkWebsite.Scheme, options => options.BackchannelHttpHandler = vk.CreateHandler());
            },
        };
    }

    public AccountsApp App { get; }

    public FakeTelegram Telegram { get; }

    public FakeVkId Vk { get; }

    public static async Task<Site> StartAsync(HttpMessageHandler? telegramHandler = null) =>
        new(await FakeTelegram.StartNewAsync(), await FakeVkId.StartNewAsync(), telegramHandler);

    public HttpClient OpenBrowser() => App.CreateClient(Browser);

    /// <summary>Where the website sends the browser to sign in.</summary>
    public static async Task<Uri> AskAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location!;
    }

    public static Dictionary<string, string> QueryOf(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    public static async Task<Answer> GetAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString() ?? "");
    }

    /// <summary>The whole way of a user who agrees: the answer to the address that the provider sends the browser back to.</summary>
    public async Task<Answer> SignInAsync(HttpClient browser, string path)
    {
        var asked = await AskAsync(browser, path);
        return await GetAsync(browser, path.EndsWith("vk", StringComparison.Ordinal) ? Vk.Authorize(asked) : Telegram.Authorize(asked));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Telegram.DisposeAsync();
        await Vk.DisposeAsync();
    }
}
