using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>API pages that send launches: Swagger UI and Scalar as they come from their packages.</summary>
public sealed class ApiPageTests(Chromium chromium)
{
    [Theory]
    [InlineData("vk", "/vk/me", "VkMiniApp says 42.")]
    [InlineData("telegram", "/telegram/me", "TelegramMiniApp says telegram:42.")]
    [InlineData("max", "/max/users/{id}", "MaxMiniApp says max:42.")]
    public async Task Swagger_UI_sends_a_launch_to_what_demands_one(string launcher, string path, string answer)
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync(launcher);
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");

        var operation = await SwaggerOperation.OpenAsync(pages.Page, path);
        await operation.ExecuteAsync();

        await operation.ExpectAsync(200, answer);
        await Expect(operation.CommandLine).ToContainTextAsync(
            new Regex("'Authorization: (?:Bearer|tma|max) [\\w-]{100,}'", RegexOptions.None, TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("vk", "/vk/me", "VkMiniApp says 42.")]
    [InlineData("telegram", "/telegram/me", "TelegramMiniApp says telegram:42.")]
    [InlineData("max", "/max/me", "MaxMiniApp says max:42.")]
    public async Task Scalar_sends_a_launch_to_what_demands_one(string launcher, string path, string answer)
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync(launcher);
        await pages.Page.GotoAsync($"{pages.Address}scalar/");

        await pages.Page.GetByText(path, new() { Exact = true }).First.ClickAsync();
        await pages.Page.GetByRole(AriaRole.Button, new() { Name = $"Test Request (get {path})" }).ClickAsync();
        await pages.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync();

        await Expect(pages.Page.Locator("body")).ToContainTextAsync(answer);
        await pages.TakePictureAsync($"scalar-{launcher}");
    }

    [Fact]
    public async Task Page_without_the_secret_sends_nothing_and_says_what_to_do()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        var asked = new ConcurrentQueue<string>();
        pages.Page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");
        var operation = await SwaggerOperation.OpenAsync(pages.Page, "/vk/me");

        await operation.ExecuteAsync();
        await operation.ExpectAsync(401);
        await Expect(pages.Bar).ToContainTextAsync("Nothing is filled in");
        Assert.DoesNotContain("/vk/launch", asked);
        Assert.DoesNotContain("/vk/api", asked);
        await pages.TakePictureAsync("swagger-no-secret");

        await pages.Bar.Locator(".address").FillAsync("http://localhost/vk/#" + new string('A', 43));
        await Expect(pages.Bar.Locator(".address")).ToHaveValueAsync("");
        var again = await pages.Page.RunAndWaitForResponseAsync(operation.ExecuteAsync, response => response.Url.EndsWith("/vk/me", StringComparison.Ordinal));
        Assert.Equal(401, again.Status);
        await Expect(pages.Bar).ToContainTextAsync("Nothing is filled in");

        await pages.Bar.Locator(".address").FillAsync(pages.LauncherAddress("vk"));
        await Expect(pages.Bar.Locator("[data-path='/vk/'] .state")).ToHaveTextAsync("Each request gets a launch that is signed at that moment.");
        await operation.ExecuteAsync();
        await operation.ExpectAsync(200, "VkMiniApp says 42.");
        await pages.TakePictureAsync("swagger-filled");
    }

    [Fact]
    public async Task Address_with_the_secret_of_the_launcher_opens_the_page_filled_in_and_does_not_keep_it()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);

        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html#{pages.Secret("vk")}");

        await Expect(pages.Bar.Locator("[data-path='/vk/'] .state")).ToBeVisibleAsync();
        Assert.Equal($"{pages.Address}swagger/index.html", pages.Page.Url);
        await Expect(pages.Page.Locator(".authorization__btn .locked").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Launch_is_of_the_moment_however_long_the_page_is_open()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync("vk");
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");
        var operation = await SwaggerOperation.OpenAsync(pages.Page, "/vk/me");
        await operation.ExecuteAsync();
        await operation.ExpectAsync(200, "VkMiniApp says 42.");

        pages.Clock.Advance(TimeSpan.FromDays(1));
        await pages.Bar.Locator("[data-path='/vk/'] .user").FillAsync("43");
        await pages.Bar.Locator("[data-path='/vk/'] .user").PressAsync("Enter");
        await operation.ExecuteAsync();

        await operation.ExpectAsync(200, "VkMiniApp says 43.");
    }

    [Fact]
    public async Task What_somebody_typed_is_sent_and_so_is_nothing_where_launches_are_switched_off()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync("vk");
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");
        var operation = await SwaggerOperation.OpenAsync(pages.Page, "/vk/me");

        await pages.Bar.Locator("[data-path='/vk/'] [type=checkbox]").UncheckAsync();
        await operation.ExecuteAsync();
        await operation.ExpectAsync(401, "www-authenticate: Bearer ");

        await pages.Page.EvaluateAsync("() => ui.preauthorizeApiKey('VkMiniApp', 'typed')");
        await pages.Bar.Locator("[data-path='/vk/'] [type=checkbox]").CheckAsync();
        await operation.ExecuteAsync();
        await operation.ExpectAsync(401, "error=\"invalid_token\"");
    }

    [Fact]
    public async Task Secret_of_an_earlier_start_sends_no_old_launch_and_the_page_says_so()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync("vk");
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");
        var operation = await SwaggerOperation.OpenAsync(pages.Page, "/vk/me");
        await pages.Page.RouteAsync("**/vk/launch", route =>
        {
            var headers = route.Request.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
            headers["x-miniapp-launcher"] = new string('A', 43);
            return route.ContinueAsync(new() { Headers = headers });
        });

        var sent = new List<string?>();
        pages.Page.Request += (_, request) => sent.AddRange(request.Url.EndsWith("/vk/me", StringComparison.Ordinal) ? [request.Headers.GetValueOrDefault("authorization")] : []);
        await operation.ExecuteAsync();
        await Expect(pages.Bar.Locator("[role=alert]").First).ToContainTextAsync("The launcher's secret is missing, or of another start.");
        await Expect(pages.Bar).ToContainTextAsync("Nothing is filled in for the launcher at /vk/");
        await operation.ExpectAsync(401, "www-authenticate: Bearer ");
        await pages.Page.RunAndWaitForResponseAsync(operation.ExecuteAsync, response => response.Url.EndsWith("/vk/me", StringComparison.Ordinal));

        Assert.Equal([null, null], sent);
    }

    [Fact]
    public async Task Launch_of_the_pages_fields_goes_to_no_other_site()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync("vk");
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");
        var operation = await SwaggerOperation.OpenAsync(pages.Page, "/vk/me");
        var elsewhere = $"https://{pages.Address.Authority}/vk/me"; // another origin by its scheme
        List<IReadOnlyDictionary<string, string>> sent = [];
        await pages.Page.RouteAsync(url => url.StartsWith("https:", StringComparison.Ordinal), route =>
        {
            sent.Add(route.Request.Headers);
            return route.FulfillAsync(new() { Status = 200, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } });
        });
        var here = await pages.Page.RunAndWaitForRequestAsync(operation.ExecuteAsync, request => request.Url.EndsWith("/vk/me", StringComparison.Ordinal));

        foreach (var (authorization, call) in new[]
        {
            (here.Headers["authorization"], "(address, headers) => fetch(address, { headers })"),
            (here.Headers["authorization"], "(address, headers) => fetch(new Request(address, { headers }))"),
            ("Bearer typed", "(address, headers) => fetch(address, { headers })"),
        })
        {
            await pages.Page.EvaluateAsync($$"""([address, authorization]) => ({{call}})(address, { authorization, 'x-other': 'kept' })""", new[] { elsewhere, authorization });
        }

        Assert.Equal([null, null, "Bearer typed"], sent.Select(headers => headers.GetValueOrDefault("authorization")));
        Assert.All(sent, headers => Assert.Equal("kept", headers["x-other"]));
    }

    [Fact]
    public async Task Document_with_an_address_that_is_none_breaks_no_request()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync("vk");
        await pages.Page.GotoAsync($"{pages.Address}swagger/index.html");
        await Expect(pages.Bar.Locator("[data-path='/vk/'] .state")).ToBeVisibleAsync();
        await pages.Page.RouteAsync("**/openapi/v1.json", async route =>
        {
            var document = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            document["servers"] = new JsonArray(new JsonObject { ["url"] = "https://localhost:{port}/" }, new JsonObject { ["url"] = "/" });
            document["paths"]!["/nothing"] = null;
            document["components"]!["securitySchemes"]!["nothing"] = null;
            await route.FulfillAsync(new() { ContentType = "application/json", Body = document.ToJsonString() });
        });

        var answer = await pages.Page.EvaluateAsync<string>("async () => { await fetch('/openapi/v1.json'); return (await fetch('/vk/me')).text(); }");

        Assert.Equal("VkMiniApp says 42.", answer);
    }

    [Fact]
    public async Task Page_in_a_frame_sends_no_launches()
    {
        await using var pages = await ApiPages.OpenAsync(chromium);
        await pages.KnowAsync("vk");
        await pages.Page.GotoAsync($"{pages.Address}frame");
        var frame = pages.Page.FrameLocator("iframe");

        var operation = await SwaggerOperation.OpenAsync(frame, "/vk/me");
        await operation.ExecuteAsync();

        await operation.ExpectAsync(401);
        await Expect(frame.Locator("mini-app-launches")).ToHaveCountAsync(0);
    }
}
