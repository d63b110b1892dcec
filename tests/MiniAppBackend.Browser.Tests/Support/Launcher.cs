using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The launcher's page in a window of its own, with a back end of its own behind it.</summary>
internal sealed class Launcher : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    private Launcher(Backend backend, IPage page)
    {
        Backend = backend;
        Page = page;
        Page.PageError += (_, fault) => _faults.Add(fault);
        Page.Context.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme != "data" && address.Authority != backend.Address.Authority)
            {
                _faults.Add($"A request left the machine: {address}");
            }
        };
    }

    public Backend Backend { get; }

    public IPage Page { get; }

    /// <summary>The mini app's page in the frame.</summary>
    public IFrameLocator App => Page.FrameLocator("#app-frame");

    public ILocator AppTitle => App.Locator("h1");

    /// <summary>The calls in the side panel, the newest first.</summary>
    public ILocator Calls => Page.GetByTestId("call");

    /// <summary>The page, as soon as it is in a state.</summary>
    public ILocator State(string name) => Page.Locator($"body[data-state={name}]");

    public static Task<Launcher> OpenAsync(Chromium chromium, BrowserNewContextOptions? options = null, string? webRoot = null) =>
        OpenAsync(chromium, options, webRoot, needsBuild: webRoot is null, "vk");

    /// <summary>Telegram's launcher. Its page is the back end's own.</summary>
    public static Task<Launcher> OpenTelegramAsync(Chromium chromium, BrowserNewContextOptions? options = null) =>
        OpenAsync(chromium, options, webRoot: null, needsBuild: false, "telegram-launcher");

    /// <summary>Opens the mini app as it is opened in English, but for the fields that are given by their ids.</summary>
    public async Task LaunchAsync(params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields.Prepend(("language", "en")))
        {
            var input = Page.Locator("#" + field);
            if (await input.EvaluateAsync<bool>("field => field.tagName === 'SELECT'"))
            {
                await input.SelectOptionAsync(value);
            }
            else
            {
                await input.FillAsync(value);
            }
        }

        await Page.Locator("#open").ClickAsync();
    }

    /// <summary>The bridge's message of that name in the side panel, with the text of its answer.</summary>
    public ILocator BridgeMessage(string name) => Page.Locator($"[data-testid=bridge-message][data-name={name}]");

    public ILocator Claim(string type) => Page.Locator($"[data-claim={type}]");

    /// <summary>Waits for a call in the side panel, counted from the newest.</summary>
    public async Task ExpectCallAsync(int index, string call, int status)
    {
        await Expect(Calls.Nth(index).Locator(".name")).ToHaveTextAsync(call);
        await Expect(Calls.Nth(index)).ToHaveAttributeAsync("data-status", $"{status}");
    }

    /// <summary>Keeps a picture of this state among the artefacts.</summary>
    public Task TakePictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Sample.Screenshot(Backend, name) });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await Backend.DisposeAsync();
        Assert.Empty(_faults);
    }

    private static async Task<Launcher> OpenAsync(
        Chromium chromium, BrowserNewContextOptions? options, string? webRoot, bool needsBuild, string path)
    {
        var window = await chromium.OpenWindowAsync(options ?? new());
        var launcher = new Launcher(new Backend(webRoot), await window.NewPageAsync());
        try
        {
            await launcher.ShowAsync(needsBuild, path);
            return launcher;
        }
        catch
        {
            await launcher.DisposeAsync();
            throw;
        }
    }

    private async Task ShowAsync(bool needsBuild, string path)
    {
        if (needsBuild)
        {
            Sample.SkipWithoutPage(Backend);
        }

        await Page.GotoAsync(Backend.LauncherAddress(path));
        await Expect(Page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
    }
}
