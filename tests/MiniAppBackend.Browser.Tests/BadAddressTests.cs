using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Addresses at which no page can be shown: the panel says what is wrong, as far as a browser tells it.</summary>
public sealed class BadAddressTests(Chromium chromium)
{
    [Theory]
    [InlineData("/missing", "There is no page at this address")]
    [InlineData("/signed-in-only", "The page has not called VKWebAppInit")]
    [InlineData("/denied", "The page refuses to be shown in a frame")]
    [InlineData("/elsewhere-only", "The page refuses to be shown in a frame")]
    [InlineData("/silent", "The page has not called VKWebAppInit")]
    [InlineData("/away/denied", "The page refuses to be shown in a frame")]
    [InlineData("/away/own", "The page has led the frame away from its own site")]
    [InlineData("/away/own-and-others", "The page has led the frame away from its own site")]
    public async Task An_address_of_the_back_end_is_told_of(string path, string words)
    {
        await using var app = await StartAsync(new Uri(path, UriKind.Relative));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync(words);

        // The panel asks for calls that it does not know yet, every now and then: the second time, all of those before the hint are told.
        for (var times = 0; times < 2; times++)
        {
            await launcher.WaitForResponseAsync(response => response.Url.Contains("/vk/calls", StringComparison.Ordinal), new() { Timeout = 60_000 });
        }

        await Expect(launcher.GetByTestId("call")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/vk")]
    [InlineData("/vk/")]
    [InlineData("/vk/index.html?a=b")]
    public async Task A_launcher_does_not_open_itself(string path)
    {
        await using var app = await StartAsync(new Uri(path, UriKind.Relative));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#form-error")).ToContainTextAsync("The launcher would open itself");
        await Expect(launcher.Locator("#app-frame")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/vkontakte")]
    [InlineData("/vk/app/")]
    public async Task A_path_that_only_begins_as_the_launcher_s_is_opened(string path)
    {
        await using var app = await StartAsync(new Uri(path, UriKind.Relative));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.FrameLocator("#app-frame").GetByText("a page")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task An_address_where_nobody_listens_is_told_of(string scheme)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var app = await StartAsync(new Uri($"{scheme}://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/"));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync("Nobody answers at the page’s address");
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_told_of()
    {
        await using var app = await StartAsync(new Uri("http://nobody.invalid/"));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync("Nobody answers at the page’s address");
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_under_https_is_told_of()
    {
        await using var elsewhere = await StartAsync(new Uri("/", UriKind.Relative));
        await using var app = await StartAsync(new Uri($"https://{elsewhere.Address.Authority}/silent"));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync("or the browser does not trust the answer");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_told_of()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var app = await StartAsync(new Uri($"http://{listener.LocalEndpoint}/"));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync("The page’s server has not answered yet");
    }

    [Fact]
    public async Task A_page_of_another_origin_that_says_nothing_is_told_of_as_such()
    {
        await using var elsewhere = await StartAsync(new Uri("/", UriKind.Relative));
        await using var app = await StartAsync(new Uri(elsewhere.Address, "silent"));
        var launcher = await app.OpenAsync(chromium);

        await Expect(launcher.Locator("#bridge-hint")).ToContainTextAsync("The page has not called VKWebAppInit");
    }

    private static async Task<LauncherApp> StartAsync(Uri page)
    {
        var lines = new LauncherLines();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            Args = [UnwatchedSettings.Argument],
        });
        builder.Logging.ClearProviders().AddProvider(lines);
        builder.WebHost.UseKestrel().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddAuthentication().AddVkMiniApp(options =>
        {
            options.AppId = Backend.AppId;
            options.AppSecret = Backend.Secret;
        });

        var app = builder.Build();
        app.MapGet("/silent", () => Html("a page"));
        app.MapGet("/signed-in-only", (HttpRequest request) => request.QueryString.HasValue ? Html("a page") : Results.Unauthorized());
        app.MapGet("/vkontakte", () => Html("a page"));
        app.MapGet("/vk/app/", () => Html("a page"));
        app.MapGet("/denied", (HttpResponse response) =>
        {
            response.Headers.XFrameOptions = "DENY";
            return Html("a page");
        });
        app.MapGet("/elsewhere-only", (HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = "frame-ancestors https://vk.com";
            return Html("a page");
        });
        app.MapGet("/away/{frames}", (string frames, HttpResponse response) =>
        {
            response.Headers.XFrameOptions = frames == "denied" ? "DENY" : "SAMEORIGIN";
            response.Headers.ContentSecurityPolicy = frames == "own-and-others" ? "frame-ancestors 'self' https://vk.com; object-src 'none'" : "object-src 'none'";
            return Html("<script>location = 'data:text/html,elsewhere';</script>");
        });
        app.MapVkMiniAppLauncher("/vk", options => options.AppUrl = page);
        await app.StartAsync();
        return new(app, lines.Address("vk"));
    }

    private static IResult Html(string text) => Results.Content($"<!doctype html><p>{text}</p>", "text/html");

    /// <summary>A back end with VK's launcher for a page somewhere.</summary>
    private sealed class LauncherApp(WebApplication app, string address) : IAsyncDisposable
    {
        private IBrowserContext? _window;

        public Uri Address => new(address);

        /// <summary>The launcher, where the app was opened.</summary>
        public async Task<IPage> OpenAsync(Chromium chromium)
        {
            _window = await chromium.OpenWindowAsync(new());
            var launcher = await _window.NewPageAsync();
            await launcher.GotoAsync(address);
            await Expect(launcher.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
            await launcher.Locator("#open").ClickAsync();
            return launcher;
        }

        public async ValueTask DisposeAsync()
        {
            if (_window is not null)
            {
                await _window.DisposeAsync();
            }

            await app.DisposeAsync();
        }
    }
}
