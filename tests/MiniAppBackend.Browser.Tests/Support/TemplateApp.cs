using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using MiniApp.AspNetCore;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>
/// The page that <c>dotnet new miniapp</c> makes, as it stands in the template, with what its program maps behind it, in a launcher. Scripts
/// of other sites come from this machine: VK's bridge out of its package; the others are not there, as without a network.
/// </summary>
internal sealed class TemplateApp : IAsyncDisposable
{
    private const string Content = "src/MiniApp.Templates/content/miniapp/src/MiniAppProject/wwwroot";
    private const string Bridge = "samples/MiniAppClient/node_modules/@vkontakte/vk-bridge";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _webRoot;

    private TemplateApp(WebApplication app, DirectoryInfo webRoot, IPage page, FakeTimeProvider clock) =>
        (_app, _webRoot, Page, Clock) = (app, webRoot, page, clock);

    public IPage Page { get; }

    public FakeTimeProvider Clock { get; }

    public IFrameLocator Frame => Page.FrameLocator("#app-frame");

    /// <summary>What the page says.</summary>
    public ILocator Status => Frame.Locator("#status");

    /// <summary>The calls in the side panel, the newest first.</summary>
    public ILocator Calls => Page.GetByTestId("call").Locator(".name");

    public static async Task<TemplateApp> OpenAsync(Chromium chromium, string platform, bool sessions = false, bool online = true)
    {
        var bridge = Path.Combine(Repository.Root, Bridge);
        Assert.SkipUnless(Directory.Exists(bridge), "VK's bridge is not there: run 'npm ci' in samples/MiniAppClient.");
        var webRoot = CopyPage(sessions);
        var lines = new LauncherLines();
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        var app = await StartAsync(webRoot, lines, clock);

        var window = await chromium.OpenWindowAsync(new());
        await window.RouteAsync(address => !address.StartsWith(app.Urls.Single(), StringComparison.Ordinal), route =>
            online && route.Request.Url == "https://unpkg.com/@vkontakte/vk-bridge@3.0.2/dist/browser.min.js"
                ? route.FulfillAsync(new()
                {
                    Path = Path.Combine(bridge, "dist/browser.min.js"),
                    ContentType = "text/javascript",
                    Headers = [new("Access-Control-Allow-Origin", "*")],
                })
                : route.AbortAsync());

        var page = await window.NewPageAsync();
        await page.GotoAsync(lines.Address(platform));
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        return new TemplateApp(app, webRoot, page, clock);
    }

    /// <summary>Opens the page with a launch of this kind.</summary>
    public async Task LaunchAsync(string kind)
    {
        await Page.Locator("#kind").SelectOptionAsync(kind);
        await Page.Locator("#open").ClickAsync();
    }

    /// <summary>Keeps a picture of this state among the artefacts.</summary>
    public Task TakePictureAsync(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts/screenshots", name + ".png") });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await _app.DisposeAsync();
        _webRoot.Delete(recursive: true);
    }

    /// <summary>The files as they are: their switches are comments, and with all of them on, it is the page for every platform.</summary>
    private static DirectoryInfo CopyPage(bool sessions)
    {
        var webRoot = Directory.CreateTempSubdirectory();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, Content)))
        {
            File.Copy(file, Path.Combine(webRoot.FullName, Path.GetFileName(file)));
        }

        if (sessions)
        {
            File.Copy(Path.Combine(webRoot.FullName, "backend.sessions.js"), Path.Combine(webRoot.FullName, "backend.js"), overwrite: true);
        }

        return webRoot;
    }

    private static async Task<WebApplication> StartAsync(DirectoryInfo webRoot, LauncherLines lines, FakeTimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            WebRootPath = webRoot.FullName,
            Args = [UnwatchedSettings.Argument],
        });
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders().AddProvider(lines);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddAuthentication()
            .AddVkMiniApp(options => (options.AppId, options.AppSecret) = (6736218, "made-up"))
            .AddTelegramMiniApp(options => options.BotToken = "9000000000000000:made-up")
            .AddMaxMiniApp(options => options.BotToken = "made-up")
            .AddMiniAppSessions();
        builder.Services.AddAuthorization();

        var app = builder.Build();
        app.UseMiniAppFrameAncestors();
        app.UseFileServer();
        app.MapGet("/me", (ClaimsPrincipal user) => new { User = $"{user.GetMiniAppSubject()}" }).RequireAuthorization();
        app.MapMiniAppSessions("/session");
        app.MapVkMiniAppLauncher("/vk");
        app.MapTelegramMiniAppLauncher("/telegram");
        app.MapMaxMiniAppLauncher("/max");
        await app.StartAsync();
        return app;
    }
}
