using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using Scalar.AspNetCore;

namespace MiniAppBackend.Browser.Tests;

/// <summary>A back end of all platforms on a port of its own, with its API in Scalar and in Swagger UI, and a window on it.</summary>
internal sealed class ApiPages : IAsyncDisposable
{
    private const string Head = """
        <script type="module" src="/vk/apipage.js"></script>
        <script type="module" src="/telegram/apipage.js"></script>
        <script type="module" src="/max/apipage.js"></script>
        """;

    private static readonly string Pictures = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../artifacts/screenshots"));

    private readonly WebApplication _app;
    private readonly LauncherLines _lines;
    private readonly List<string> _faults = [];

    private ApiPages(WebApplication app, LauncherLines lines, IPage page)
    {
        (_app, _lines, Page) = (app, lines, page);
        Page.PageError += (_, fault) => _faults.Add(fault);
        Page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != Address.Authority)
            {
                _faults.Add($"A request left the machine: {address}");
            }
        };
    }

    /// <summary>The schemes' clock.</summary>
    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_760_000_000);

    public IPage Page { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The text of the bar.</summary>
    public ILocator Bar => Page.Locator("mini-app-launches");

    public static async Task<ApiPages> OpenAsync(Chromium chromium)
    {
        var lines = new LauncherLines();
        var app = Build(lines);
        await app.StartAsync();
        var window = await chromium.OpenWindowAsync(new() { Locale = "en-US", ViewportSize = new() { Width = 1280, Height = 900 } });
        return new ApiPages(app, lines, await window.NewPageAsync());
    }

    /// <summary>The address of the launcher at a path, as the back end printed it.</summary>
    public string LauncherAddress(string path) => _lines.Address(path);

    /// <summary>The secret of that launcher.</summary>
    public string Secret(string path) => LauncherAddress(path).Split('#')[1];

    /// <summary>Has the tab know the launchers, as a developer does who has opened them in it.</summary>
    public async Task KnowAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            await Page.GotoAsync(LauncherAddress(path));
            await Page.Locator("body[data-state=ready]").WaitForAsync();
        }
    }

    /// <summary>Keeps a picture of this state among the artefacts.</summary>
    public Task TakePictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png") });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await _app.DisposeAsync();
        Assert.Empty(_faults);
    }

    private static WebApplication Build(LauncherLines lines)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Development",
            Args = [UnwatchedSettings.Argument],
        });
        builder.Logging.ClearProviders().AddProvider(lines);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Start));
        builder.Services.AddAuthentication()
            .AddVkMiniApp(options => options.AddApp(Backend.AppId, Backend.Secret))
            .AddTelegramMiniApp(options => options.BotToken = "7342037359:not-a-real-token-of-any-bot_000000")
            .AddMaxMiniApp(options => options.BotToken = "not-a-real-token-of-any-bot");
        builder.Services.AddAuthorization();
        builder.Services.AddOpenApi(options => options.AddMiniAppSecurity());

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/open", () => "open");
        MapUser(app, "/vk/me", "VkMiniApp");
        MapUser(app, "/telegram/me", "TelegramMiniApp");
        MapUser(app, "/max/me", "MaxMiniApp");
        MapUser(app, "/max/users/{id}", "MaxMiniApp");
        app.MapVkMiniAppLauncher("/vk");
        app.MapTelegramMiniAppLauncher("/telegram");
        app.MapMaxMiniAppLauncher("/max");
        app.MapGet("/frame", () => Results.Content("<!doctype html><iframe src='/swagger/index.html' width=1200 height=800></iframe>", "text/html"))
            .ExcludeFromDescription();
        app.MapOpenApi();
        app.MapScalarApiReference(options => options.AddHeadContent(Head).DisableDefaultFonts().DisableAgent().DisableTelemetry());
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("/openapi/v1.json", "v1");
            options.EnableTryItOutByDefault();
            options.HeadContent = Head;
        });
        return app;
    }

    private static void MapUser(WebApplication app, string path, string scheme) => app
        .MapGet(path, (ClaimsPrincipal user) => $"{scheme} says {user.FindFirstValue(ClaimTypes.NameIdentifier)}.")
        .RequireAuthorization(policy => policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser());
}
