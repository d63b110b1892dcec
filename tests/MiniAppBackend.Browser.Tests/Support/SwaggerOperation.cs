using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>An operation in Swagger UI, where it can be tried.</summary>
internal sealed class SwaggerOperation
{
    private readonly ILocator _block;

    private SwaggerOperation(ILocator block) => _block = block;

    /// <summary>The request as a command, which Swagger UI makes of its fields.</summary>
    public ILocator CommandLine => _block.Locator(".curl-command");

    public static Task<SwaggerOperation> OpenAsync(IPage page, string path) => OpenAsync(page.Locator(".opblock"), page.Locator($"[data-path='{path}']"));

    public static Task<SwaggerOperation> OpenAsync(IFrameLocator frame, string path) => OpenAsync(frame.Locator(".opblock"), frame.Locator($"[data-path='{path}']"));

    public Task ExecuteAsync() => _block.Locator("button.execute").ClickAsync();

    /// <summary>Waits for the answer of that status, with that text in it or in its headers.</summary>
    public async Task ExpectAsync(int status, string text = "")
    {
        var answer = _block.Locator(".live-responses-table tbody");
        await Expect(answer.Locator(".response-col_status").First).ToContainTextAsync($"{status}");
        await Expect(answer).ToContainTextAsync(text);
    }

    private static async Task<SwaggerOperation> OpenAsync(ILocator blocks, ILocator path)
    {
        var block = blocks.Filter(new() { Has = path });
        await block.Locator(".opblock-summary").ClickAsync();
        await block.Locator("button.execute").WaitForAsync();
        foreach (var parameter in await block.Locator("tr[data-param-name] input").AllAsync())
        {
            await parameter.FillAsync("a b");
        }

        return new SwaggerOperation(block);
    }
}
