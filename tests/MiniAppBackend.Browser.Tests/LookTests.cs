using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>Every text can be read, in both themes and languages and in windows of every size.</summary>
public sealed class LookTests(Chromium chromium)
{
    /// <summary>Texts of less contrast than 4.5 to 1 (WCAG 2.2, 1.4.3), that of fields included.</summary>
    private const string FaintTexts = """
        () => {
          const parse = text => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const over = (top, below) => ({ ...Object.fromEntries(['r', 'g', 'b'].map(c => [c, top[c] * top.a + below[c] * (1 - top.a)])), a: 1 });
          const linear = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
          const luminance = ({ r, g, b }) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
          const backOf = element => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) { layers.push(parse(getComputedStyle(at).backgroundColor)); }
            return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
          };
          const opacity = element => element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
          const texts = [...document.querySelectorAll('body *')].filter(element =>
            element.checkVisibility({ checkVisibilityCSS: true }) && element.tagName !== 'IFRAME' && element.tagName !== 'OPTION'
            && (/^(INPUT|SELECT)$/.test(element.tagName) || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())));
          const measure = (element, pseudo) => {
            const color = parse(getComputedStyle(element, pseudo).color);
            const back = backOf(element);
            const [light, dark] = [luminance(over({ ...color, a: color.a * opacity(element) }, back)), luminance(back)].sort((a, b) => b - a);
            return (light + .05) / (dark + .05);
          };
          const faint = texts.flatMap(element => [undefined, ...(element.placeholder ? ['::placeholder'] : [])]
            .map(pseudo => [measure(element, pseudo), pseudo])
            .filter(([ratio]) => !(ratio >= 4.5))
            .map(([ratio, pseudo]) => `${element.tagName}#${element.id}.${element.className}${pseudo ?? ''} ${element.textContent.trim().slice(0, 30)}: ${ratio.toFixed(2)}`));
          return texts.length < 40 ? [`only ${texts.length} texts`] : faint;
        }
        """;

    /// <summary>What stands out to the side, or is cut off without a way to see the rest.</summary>
    private const string CutTexts = """
        () => {
          const faults = [];
          if (document.documentElement.scrollWidth > innerWidth) { faults.push(`the page is ${document.documentElement.scrollWidth} wide`); }
          const isVisible = element => element.checkVisibility({ checkVisibilityCSS: true }) && getComputedStyle(element).clipPath === 'none';
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !isVisible(element) || /^(OPTION|SCRIPT)$/.test(element.tagName)) { continue; }
            const range = document.createRange();
            range.selectNodeContents(walker.currentNode);
            const { left, right } = range.getBoundingClientRect();
            if (getComputedStyle(element).textOverflow === 'ellipsis' && element.title === element.textContent) { continue; }
            for (let at = element; at; at = at.parentElement) {
              const box = at.getBoundingClientRect();
              if (getComputedStyle(at).overflowX !== 'visible' && (right > box.right + 1 || left < box.left - 1)) { faults.push(`${at.tagName}#${at.id} cuts ${walker.currentNode.data.trim().slice(0, 40)}`); }
            }
            if (left < -1 || right > innerWidth + 1) { faults.push(`outside: ${walker.currentNode.data.trim().slice(0, 40)}`); }
          }
          const canvas = document.createElement('canvas').getContext('2d');
          for (const select of [...document.querySelectorAll('select')].filter(isVisible)) {
            canvas.font = getComputedStyle(select).font;
            const room = select.clientWidth - 10 - 22; // its padding, and the browser's own arrow
            for (const { text } of select.options) {
              if (canvas.measureText(text).width > room) { faults.push(`#${select.id} cuts ${text}`); }
            }
          }
          for (const button of [...document.querySelectorAll('button')].filter(isVisible)) {
            if (button.scrollWidth > button.clientWidth + 1) { faults.push(`#${button.id} cuts ${button.textContent}`); }
          }
          return faults;
        }
        """;

    private static readonly (int Width, int Height)[] Sizes = [(1280, 800), (1100, 600), (390, 800)];

    [Theory]
    [InlineData("vk", "mobile_iphone")]
    [InlineData("telegram-launcher", "ios")]
    [InlineData("max-launcher", "web")]
    public async Task Every_text_can_be_read_in_every_window_theme_and_language(string path, string platform)
    {
        await using var launcher = path == "vk" ? await Launcher.OpenAsync(chromium)
            : path == "max-launcher" ? await Launcher.OpenMaxAsync(chromium)
            : await Launcher.OpenTelegramAsync(chromium);
        var page = launcher.Page;
        await MeasureAsync(launcher, path + "-closed");

        await launcher.LaunchAsync(("platform", platform), ("kind", "expired"));
        await Expect(launcher.Calls.First).ToBeVisibleAsync();
        await launcher.Calls.First.Locator("summary").First.ClickAsync();
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await MeasureAsync(launcher, path + "-open");

        await page.Locator("#client-menu-button").ClickAsync();
        await MeasureAsync(launcher, path + "-menu");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#save-preset").ClickAsync();
        await MeasureAsync(launcher, path + "-dialog");
    }

    [Fact]
    public async Task Every_control_is_reached_by_the_keyboard_and_shows_that_it_is()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var page = launcher.Page;
        await launcher.LaunchAsync(("group-id", "7"));
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await launcher.Calls.First.Locator("summary").First.ClickAsync();
        await page.Locator("#payment summary").ClickAsync();
        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); window.reached = new Set(); }");

        var isLit = true;
        for (var press = 0; press < 120; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            isLit &= await page.EvaluateAsync<bool>("""
                () => {
                  const at = document.activeElement;
                  window.reached.add(at);
                  return at === document.body || at.tagName === 'IFRAME' || getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) >= 1;
                }
                """);
            if (await page.EvaluateAsync<bool>("() => document.activeElement.id === 'appearance' && window.reached.size > 30"))
            {
                break;
            }
        }

        Assert.True(isLit);
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a, button, input, select, summary, iframe, [tabindex]')]
              .filter(element => element.checkVisibility({ checkVisibilityCSS: true }) && !element.disabled && !window.reached.has(element))
              .map(element => element.outerHTML.slice(0, 80))
            """));
    }

    private static async Task MeasureAsync(Launcher launcher, string state)
    {
        List<string> faults = [];
        foreach (var language in new[] { "en", "ru" })
        {
            // By script: a dialog may lie over the header.
            await launcher.Page.EvaluateAsync("language => { const field = document.getElementById('page-language'); field.value = language; field.dispatchEvent(new Event('change')); }", language);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await launcher.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var (width, height) in Sizes)
                {
                    await launcher.Page.SetViewportSizeAsync(width, height);
                    var picture = $"look-{state}-{width}x{height}-{scheme}-{language}".ToLowerInvariant();
                    if (state.StartsWith("vk", StringComparison.Ordinal) && (scheme == ColorScheme.Dark) == (language == "ru")) // a picture takes longer than all else
                    {
                        await launcher.TakePictureAsync(picture);
                    }

                    string[] found = [.. await launcher.Page.EvaluateAsync<string[]>(FaintTexts), .. await launcher.Page.EvaluateAsync<string[]>(CutTexts)];
                    faults.AddRange(found.Select(fault => $"{picture}: {fault}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
