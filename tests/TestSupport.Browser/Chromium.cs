using Microsoft.Playwright;

namespace TestSupport;

/// <summary>The machine's own Chromium, one for all tests. Without it they are skipped: nothing is downloaded.</summary>
public class Chromium : IAsyncLifetime
{
    private const string Variable = "CHROMIUM_PATH";
    private const int LongestWait = 60_000; // a busy machine is slow, not wrong

    // The engine without a browser's windows, with which the same pages take half of the time.
    private const string Engine = "/usr/bin/chromium-headless-shell";

    private static readonly string[] UsualPaths =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Arguments of Chromium's command line.</summary>
    protected virtual IEnumerable<string> Arguments => [];

    /// <summary>Whether it has to be a whole browser, for what its engine alone does not do.</summary>
    protected virtual bool IsWhole => false;

    public async ValueTask InitializeAsync()
    {
        if (FindExecutable() is { } path)
        {
            Assertions.SetDefaultExpectTimeout(LongestWait);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
    }

    /// <summary>A window without a past.</summary>
    public async Task<IBrowserContext> OpenWindowAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(_browser is null, $"There is no Chromium here. Install it, or say where it is: {Variable}.");
        var window = await _browser!.NewContextAsync(options);
        window.SetDefaultTimeout(LongestWait);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        GC.SuppressFinalize(this);
    }

    private string? FindExecutable() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
        ? File.Exists(path) ? path : null
        : UsualPaths.Prepend(IsWhole ? "" : Engine).FirstOrDefault(File.Exists);
}
