using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The page and its files, as they are served.</summary>
public partial class PageTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "", "text/html" },
        { "index.html", "text/html" },
        { "launcher.css", "text/css" },
        { "launcher.js", "text/javascript" },
        { "bridge.js", "text/javascript" },
        { "panel.js", "text/javascript" },
        { "server.js", "text/javascript" },
        { "texts.js", "text/javascript" },
        { "icon.svg", "image/svg+xml" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_is_served_with_its_type_and_kept_nowhere(string name, string type)
    {
        await using var app = await LauncherApp.StartAsync();

        using var response = await app.Client.GetAsync("/vk/" + name);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Every_file_is_in_the_list_of_this_test() =>
        Assert.Equal(
            LauncherPage.Files.Keys.Order(StringComparer.Ordinal),
            Files.Select(file => file.Data.Item1).Where(name => name.Length > 0).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("/", "'self'")]
    [InlineData("/app/index.html?a=b", "'self'")]
    [InlineData("http://localhost:5173/app?a=b#c", "http://localhost:5173")]
    [InlineData("https://app.example/;script-src *", "https://app.example")]
    public async Task Page_may_frame_the_mini_app_and_nothing_else(string page, string source)
    {
        await using var app = await LauncherApp.StartAsync(configureLauncher: options => options.AppUrl = new Uri(page, page[0] == '/' ? UriKind.Relative : UriKind.Absolute));

        using var response = await app.Client.GetAsync("/vk/");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
            $"frame-src {source}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
            "require-trusted-types-for 'script'; trusted-types 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/vk", "/vk", "./vk/")]
    [InlineData("/dev/vk", "/dev/vk", "./vk/")]
    [InlineData("/{tenant}/vk", "/a/vk", "./vk/")]
    [InlineData("/{name}", "/a:%2F%2Fevil.example", "./a:%2F%2Fevil.example/")]
    public async Task Address_without_the_last_slash_leads_to_the_one_with_it(string pattern, string path, string location)
    {
        await using var app = LauncherApp.Build();
        app.MapVkMiniAppLauncher(pattern);
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(location, response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, location))).StatusCode);
    }

    [Fact]
    public async Task Launcher_at_the_root_needs_no_redirect()
    {
        await using var app = LauncherApp.Build();
        app.MapVkMiniAppLauncher("/");
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/launcher.js")).StatusCode);
    }

    [Fact]
    public async Task Page_has_neither_script_nor_style_of_its_own_nor_anything_from_elsewhere()
    {
        await using var app = await LauncherApp.StartAsync();
        var page = await app.Client.GetStringAsync("/vk/");

        Assert.DoesNotMatch(@"<style|\sstyle=|\son[a-z]+=|<script[^>]*>[^<]", page);
        Assert.All(
            Link().Matches(page).Select(match => match.Groups["address"].Value),
            address => Assert.True(LauncherPage.Files.ContainsKey(address), address));
    }

    [Fact]
    public async Task Scripts_never_write_html()
    {
        await using var app = await LauncherApp.StartAsync();

        foreach (var name in LauncherPage.Files.Keys.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc", await app.Client.GetStringAsync("/vk/" + name));
        }
    }

    [Fact]
    public async Task Every_text_of_the_page_is_there_in_both_languages()
    {
        await using var app = await LauncherApp.StartAsync();
        var page = await app.Client.GetStringAsync("/vk/");
        var texts = await app.Client.GetStringAsync("/vk/texts.js");
        var ru = texts.IndexOf("  ru: {", StringComparison.Ordinal);
        var english = Names(texts[..ru]);
        var russian = Names(texts[ru..texts.IndexOf("\n};", ru, StringComparison.Ordinal)]);

        var used = Use().Matches(page).Select(match => match.Groups["name"].Value)
            .Concat(Enum.GetNames<VkLaunchFailure>().Where(failure => failure != nameof(VkLaunchFailure.None)));

        Assert.Equal(english, russian);
        Assert.Empty(used.Except(english, StringComparer.Ordinal));

        static string[] Names(string part) => [.. Entry().Matches(part).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("(?:src|href)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("data-(?:text|label|placeholder)=\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"(?:^|[ ,])(?<name>[A-Za-z]+): '", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Entry();
}
