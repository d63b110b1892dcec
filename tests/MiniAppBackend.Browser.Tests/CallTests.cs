using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The calls of the app's page in the panel, and their copies.</summary>
public sealed class CallTests(Chromium chromium)
{
    private const string Odd = """it's $(echo 1) `echo 2` "q" \ !x %PATH% {{user}}""";

    [Fact]
    public async Task A_call_opens_to_what_went_over_the_wire_with_the_token_cut()
    {
        await using var launcher = await OpenAsync();
        await CallAsync(launcher, "fetch('/me?a=b', { headers: { Authorization: 'Bearer ' + location.search.slice(1) } })");
        await Expect(launcher.Calls).ToHaveCountAsync(3);
        var wire = launcher.Calls.First.GetByTestId("wire");

        await launcher.Calls.First.Locator("summary").First.PressAsync("Enter");

        await Expect(wire).ToContainTextAsync($"GET {launcher.Backend.Address}me?a=b");
        await Expect(wire.Locator("pre")).ToHaveTextAsync("{\n  \"id\": 42,\n  \"platform\": \"desktop_web\",\n  \"language\": \"en\"\n}");
        await Expect(wire.Locator("dl").First).ToContainTextAsync("AuthorizationBearer vk_access_");
        var (shown, token) = (await wire.TextContentAsync(), new Uri(launcher.Page.Frames[1].Url).Query[1..]);
        Assert.DoesNotContain(token, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(token[(token.IndexOf("sign=", StringComparison.Ordinal) + 5)..], shown, StringComparison.Ordinal);
        Assert.Contains("whoever has it is this user", shown, StringComparison.Ordinal);
        await launcher.TakePictureAsync("call-on-the-wire");
    }

    [Fact]
    public async Task Copy_as_curl_is_the_same_request_in_a_shell_whatever_is_in_it()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no POSIX shell here.");
        await using var launcher = await OpenAsync();
        var query = Uri.EscapeDataString(Odd);
        await CallAsync(launcher, $$"""fetch("/phone?q=" + {{Json(query)}}, { method: "POST", headers: { Authorization: "Bearer a'b", "X-Odd": {{Json(Odd)}}, "Content-Type": "application/json" }, body: {{Json(Odd + "\nя")}} })""");
        await launcher.ExpectCallAsync(0, "POST /phone", 401);

        var copy = await CopyAsync(launcher, "Copy as curl");
        var arguments = await RunAsync("curl() { printf '%s\\n--8<--\\n' \"$@\"; }\n" + copy);

        Assert.Equal(["--globoff", "--request", "POST", $"{launcher.Backend.Address}phone?q={query.Replace("'", "%27", StringComparison.Ordinal)}"], arguments[..4].Select(Same));
        Assert.Contains("Authorization: Bearer a'b", arguments);
        Assert.Contains("X-Odd: " + Odd, arguments);
        Assert.DoesNotContain(arguments, argument => argument.StartsWith("User-Agent", StringComparison.OrdinalIgnoreCase) || argument.StartsWith("Host", StringComparison.OrdinalIgnoreCase));

        static string Same(string argument) => argument.Replace("'", "%27", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_as_http_is_a_block_with_the_token_and_is_refused_where_it_would_be_another_request()
    {
        await using var launcher = await OpenAsync();
        await CallAsync(launcher, """fetch("/session", { method: "POST", headers: { Authorization: "Bearer x.y-z", "Content-Type": "application/json", Accept: "application/json" }, body: '{"a":"я"}' })""");
        await Expect(launcher.Calls).ToHaveCountAsync(3);

        var lines = (await CopyAsync(launcher, "Copy as .http")).Split('\n');

        Assert.Equal(["### POST /session", $"POST {launcher.Backend.Address}session"], lines[..2]);
        Assert.Contains("Authorization: Bearer x.y-z", lines);
        Assert.Contains("Content-Type: application/json", lines);

        await CallAsync(launcher, $$"""fetch("/session", { method: "POST", headers: { Authorization: "Bearer x", "X-Odd": {{Json(Odd)}} } })""");
        await Expect(launcher.Calls).ToHaveCountAsync(4);
        await launcher.Calls.First.Locator("summary").First.ClickAsync();
        await Expect(launcher.Calls.First.GetByTestId("wire")).ToContainTextAsync("An .http file can’t hold this request.");
    }

    [Fact]
    public async Task Copy_as_curl_has_nothing_that_a_terminal_obeys_and_is_the_same_request()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no POSIX shell here.");
        const string body = "a\u0003\u001b[201~\rb\tc\u009bd\u007f\n' ’; \\x";
        await using var launcher = await Launcher.OpenAsync(chromium, needsBuild: false);

        var copy = await launcher.Page.EvaluateAsync<string>(
            "async text => (await import('./wire.js')).toCurl({ method: 'POST', details: { address: 'http://localhost/', requestHeaders: [], requestBody: { text } } })", body);
        var arguments = await RunAsync("curl() { printf '%s\\n--8<--\\n' \"$@\"; }\n" + copy);

        Assert.DoesNotContain(copy, character => char.IsControl(character) && character != '\n');
        Assert.Equal(["--data-raw", body], arguments[^2..].Select(argument => argument.TrimEnd('\n')));
    }

    [Theory]
    [InlineData("{}\n> {% client.log(1) %}")]
    [InlineData("{}\n>> ../notes.txt")]
    [InlineData("{}\n  < ../notes.txt")]
    [InlineData("{}\r@host = http://elsewhere.example")]
    [InlineData("{}\n# @no-cookie-jar")]
    [InlineData("{}\n// @name other")]
    [InlineData("{}\n### \nGET http://elsewhere.example")]
    public async Task Body_of_which_an_editor_would_do_more_than_send_it_is_in_no_http_file(string body)
    {
        await using var launcher = await Launcher.OpenAsync(chromium, needsBuild: false);
        const string copy = "async ([name, text]) => (await import('./wire.js')).toHttp({ method: 'POST', details: { address: 'http://localhost/', requestHeaders: [{ name, value: 'x' }], requestBody: { text } } }) ?? 'none'";

        Assert.Equal("none", await launcher.Page.EvaluateAsync<string>(copy, new[] { "Accept", body }));
        Assert.Equal("none", await launcher.Page.EvaluateAsync<string>(copy, new[] { "###", "{}" }));
        Assert.StartsWith("### POST /\n", await launcher.Page.EvaluateAsync<string>(copy, new[] { "Accept", "{\n  \"a\": \"@ < > #\"\n}" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 2, false, 2)]
    [InlineData("", 0, false, 2)]
    [InlineData("{", 20_000, true, 0)]
    [InlineData(null, 7, false, 0)]
    public async Task A_request_of_which_a_part_is_not_known_is_not_copied(string? text, int length, bool isCut, int buttons)
    {
        await using var launcher = await Launcher.OpenAsync(chromium, new() { Locale = "en-US" }, needsBuild: false);
        const string show =
            """
            async requestBody => {
              const [row, nothing] = [document.createElement('div'), { text: '', length: 0, isCut: false }];
              const details = { address: 'http://localhost/', at: 0, requestHeaders: [], requestBody, responseHeaders: [], responseBody: nothing };
              (await import('./calldetails.js')).showDetails(row, { method: 'POST', status: 200, details });
              document.body.append(row);
              return row.querySelectorAll('button').length;
            }
            """;

        Assert.Equal(buttons, await launcher.Page.EvaluateAsync<int>(show, new { text, length, isCut }));
        await Expect(launcher.Page.GetByText("This request can’t be copied")).ToHaveCountAsync(buttons == 0 ? 1 : 0);
    }

    [Fact]
    public async Task Copies_are_made_where_the_browser_has_no_clipboard_for_the_page_too()
    {
        await using var launcher = await Launcher.OpenAsync(chromium, needsBuild: false);
        const string copy =
            """
            async text => {
              // Heard where the page fills the clipboard, which is one for all windows of a browser.
              const copied = new Promise(resolve => document.addEventListener('copy', ({ target }) => resolve(target.value), { once: true }));
              Object.defineProperty(navigator, 'clipboard', { value: undefined });
              await (await import('./copy.js')).copy(document.getElementById('open'), text);
              return await copied;
            }
            """;

        Assert.Equal("a\nя", await launcher.Page.EvaluateAsync<string>(copy, "a\nя"));
        await Expect(launcher.Page.Locator("textarea")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_a_page_or_a_server_says_is_text()
    {
        await using var launcher = await OpenAsync();
        await CallAsync(launcher, """fetch("/<img src=x onerror=alert(1)>", { headers: { Authorization: "Bearer <img src=x>", "X-Odd": "<img src=x>" } })""");
        await Expect(launcher.Calls.First).ToHaveAttributeAsync("data-status", "404");

        await launcher.Calls.First.Locator("summary").First.ClickAsync();

        await Expect(launcher.Calls.First.GetByTestId("wire")).ToContainTextAsync("Bearer <img src=x>");
        await Expect(launcher.Page.Locator("img")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_flood_of_calls_leaves_the_newest_and_says_how_many_there_were()
    {
        await using var launcher = await OpenAsync();
        await CallAsync(launcher, "Promise.all(Array.from({ length: 500 }, () => fetch('/flood', { headers: { Authorization: 'Bearer x' } })))");

        await Expect(launcher.Page.Locator("#calls-count")).ToHaveTextAsync("502");
        await Expect(launcher.Calls.First.Locator(".name")).ToHaveTextAsync("GET /flood");
        await Expect(launcher.Calls).ToHaveCountAsync(200);
        await launcher.Page.Locator("#clear-calls").ClickAsync();
        await Expect(launcher.Calls).ToHaveCountAsync(0);
        await Expect(launcher.Page.Locator("#calls-empty")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Numbers_of_an_answer_stay_as_they_came()
    {
        await using var launcher = await OpenAsync();

        var text = await launcher.Page.EvaluateAsync<string>(
            """async () => (await import('./json.js')).indent('{"id":9007199254740993,"a":[],"o":{},"n":[1,{"x":null}],"t":"\\u044f \\" {[,:"}')""");

        Assert.Equal(
            "{\n  \"id\": 9007199254740993,\n  \"a\": [],\n  \"o\": {},\n  \"n\": [\n    1,\n    {\n      \"x\": null\n    }\n  ],\n  \"t\": \"я \\\" {[,:\"\n}",
            text);
        foreach (var other in new[] { "", "no JSON", "{", "17", "\"text\"", "null" })
        {
            Assert.Equal(other, await launcher.Page.EvaluateAsync<string>("async text => (await import('./json.js')).indent(text)", other));
        }
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static async Task CallAsync(Launcher launcher, string call) => await launcher.Page.Frames[1].EvaluateAsync($"async () => {{ await {call}; }}");

    private static async Task<string> CopyAsync(Launcher launcher, string name)
    {
        await launcher.Calls.First.Locator("summary").First.ClickAsync();
        var button = launcher.Calls.First.GetByTestId("wire").GetByRole(AriaRole.Button).Nth(name == "Copy as curl" ? 0 : 1);
        await Expect(button).ToHaveTextAsync(name);
        return await Copying.CopyAsync(launcher.Page, button);
    }

    private static async Task<string[]> RunAsync(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        await shell.StandardInput.WriteLineAsync(script);
        shell.StandardInput.Close();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output.Split("\n--8<--\n", StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The launcher, with the app open that has made its two calls.</summary>
    private async Task<Launcher> OpenAsync()
    {
        var launcher = await Launcher.OpenAsync(chromium, new() { Locale = "en-US", Permissions = ["clipboard-read", "clipboard-write"] });
        await launcher.LaunchAsync();
        await launcher.ExpectCallAsync(0, "GET /me", 200);
        await Expect(launcher.Calls).ToHaveCountAsync(2);
        return launcher;
    }
}
