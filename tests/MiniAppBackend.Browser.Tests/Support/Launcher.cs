using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The launcher's page in a window of its own, with a back end of its own behind it; or another tab of that window.</summary>
internal sealed class Launcher : IAsyncDisposable
{
    private readonly List<string> _faults = [];

    private readonly bool _isFirst;

    private Launcher(Backend backend, IPage page, bool isFirst = true)
    {
        Backend = backend;
        Page = page;
        _isFirst = isFirst;
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

    /// <summary>What VK answered to the page that had its launch signed anew.</summary>
    public ILocator Renewals => BridgeMessage("VKWebAppGetLaunchParams");

    /// <summary>The page, as soon as it is in a state.</summary>
    public ILocator State(string name) => Page.Locator($"body[data-state={name}]");

    public static Task<Launcher> OpenAsync(
        Chromium chromium, BrowserNewContextOptions? options = null, string? webRoot = null, bool? needsBuild = null) =>
        OpenAsync(chromium, new Backend(webRoot), options, needsBuild ?? webRoot is null, "vk");

    /// <summary>The launcher of a back end with something else in it than the sample has.</summary>
    public static Task<Launcher> OpenWithAsync(Chromium chromium, Action<IServiceCollection> configure) =>
        OpenAsync(chromium, new Backend(configure: configure), options: null, needsBuild: true, "vk");

    /// <summary>Telegram's launcher. Its page is the back end's own.</summary>
    public static Task<Launcher> OpenTelegramAsync(Chromium chromium, BrowserNewContextOptions? options = null) =>
        OpenAsync(chromium, new Backend(), options, needsBuild: false, "telegram-launcher");

    /// <summary>MAX's launcher. Its page is the back end's own.</summary>
    public static Task<Launcher> OpenMaxAsync(Chromium chromium, BrowserNewContextOptions? options = null) =>
        OpenAsync(chromium, new Backend(), options, needsBuild: false, "max-launcher");

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

    /// <summary>Opens VK's mini app for a user, and gives its page a bridge that the test can use too.</summary>
    public async Task LaunchWithBridgeAsync(long userId, params (string Field, string Value)[] fields)
    {
        await LaunchAsync([.. fields, ("user-id", $"{userId}")]);
        await Expect(AppTitle).ToHaveTextAsync($"Hello, user {userId}!");
        await Page.Frames[1].AddScriptTagAsync(new() { Path = Sample.Bridge(Backend) });
    }

    /// <summary>Another tab of the window. It has nothing of what this one keeps.</summary>
    public async Task<Launcher> OpenTabAsync()
    {
        var tab = new Launcher(Backend, await Page.Context.NewPageAsync(), isFirst: false);
        await tab.ShowAsync(needsBuild: false, "vk");
        return tab;
    }

    /// <summary>A copy of this tab, with a copy of what it keeps.</summary>
    public async Task<Launcher> CopyTabAsync()
    {
        var page = await Page.RunAndWaitForPopupAsync(() => Page.EvaluateAsync("() => void open(location)"));
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-state", "ready");
        return new Launcher(Backend, page, isFirst: false);
    }

    /// <summary>Loads the page in the frame again, as the frame's menu does.</summary>
    public Task ReloadAppAsync() => Page.Frames[1].GotoAsync(Page.Frames[1].Url);

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
        if (_isFirst)
        {
            await Page.Context.DisposeAsync();
            await Backend.DisposeAsync();
        }

        Assert.Empty(_faults);
    }

    private static async Task<Launcher> OpenAsync(
        Chromium chromium, Backend backend, BrowserNewContextOptions? options, bool needsBuild, string path)
    {
        var window = await chromium.OpenWindowAsync(options ?? new());
        var launcher = new Launcher(backend, await window.NewPageAsync());
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
