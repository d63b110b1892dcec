using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>What a button puts into the clipboard. That is one for all windows of a browser, so it is heard where the page fills it.</summary>
internal static class Copying
{
    // The button says that it has copied for a moment, which a busy machine may miss.
    private const string Listen = """
        button => {
          new MutationObserver(() => { button.dataset.hasSaid = `${button.dataset.hasSaid ?? ''} ${button.textContent}`; }).observe(button, { childList: true });
          const { clipboard } = navigator;
          window.copied = new Promise((resolve, reject) => {
            clipboard.writeText = async text => {
              delete clipboard.writeText;
              await clipboard.writeText(text).then(() => resolve(text), reject);
            };
          });
        }
        """;

    /// <summary>Presses a button in a page in English, which then says so, and gives the text.</summary>
    public static async Task<string> CopyAsync(IPage page, ILocator button)
    {
        await button.EvaluateAsync(Listen);
        await button.ClickAsync();
        var text = await page.EvaluateAsync<string>("() => window.copied").WaitAsync(TimeSpan.FromMinutes(1));
        await Expect(button).ToHaveAttributeAsync("data-has-said", new Regex("^ Copied", RegexOptions.None, TimeSpan.FromMinutes(1)));
        return text;
    }
}
