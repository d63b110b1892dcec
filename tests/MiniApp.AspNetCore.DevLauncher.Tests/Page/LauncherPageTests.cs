using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The page and its files, as they are served.</summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
public abstract partial class LauncherPageTests<TPlatform>
    where TPlatform : ILauncherSubject
{
    [Theory]
    [InlineData("", "text/html")]
    [InlineData("index.html", "text/html")]
    [InlineData("client.css", "text/css")]
    [InlineData("launcher.css", "text/css")]
    [InlineData("panel.css", "text/css")]
    [InlineData("apibar.js", "text/javascript")]
    [InlineData("apidocument.js", "text/javascript")]
    [InlineData("apifields.js", "text/javascript")]
    [InlineData("apilaunch.js", "text/javascript")]
    [InlineData("apilaunches.js", "text/javascript")]
    [InlineData("apipage.js", "text/javascript")]
    [InlineData("builtin.js", "text/javascript")]
    [InlineData("buttons.js", "text/javascript")]
    [InlineData("calldetails.js", "text/javascript")]
    [InlineData("calls.js", "text/javascript")]
    [InlineData("channel.js", "text/javascript")]
    [InlineData("client.js", "text/javascript")]
    [InlineData("clock.js", "text/javascript")]
    [InlineData("contact.js", "text/javascript")]
    [InlineData("copy.js", "text/javascript")]
    [InlineData("dialog.js", "text/javascript")]
    [InlineData("fields.js", "text/javascript")]
    [InlineData("json.js", "text/javascript")]
    [InlineData("launcher.js", "text/javascript")]
    [InlineData("link.js", "text/javascript")]
    [InlineData("menu.js", "text/javascript")]
    [InlineData("messages.js", "text/javascript")]
    [InlineData("panel.js", "text/javascript")]
    [InlineData("platform.js", "text/javascript")]
    [InlineData("presets.js", "text/javascript")]
    [InlineData("rate.js", "text/javascript")]
    [InlineData("rows.js", "text/javascript")]
    [InlineData("secret.js", "text/javascript")]
    [InlineData("server.js", "text/javascript")]
    [InlineData("silence.js", "text/javascript")]
    [InlineData("storage.js", "text/javascript")]
    [InlineData("texts.js", "text/javascript")]
    [InlineData("tools.js", "text/javascript")]
    [InlineData("validity.js", "text/javascript")]
    [InlineData("wire.js", "text/javascript")]
    [InlineData("words.js", "text/javascript")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task File_is_served_with_its_type_and_kept_nowhere(string name, string type)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        using var response = await app.Client.GetAsync("/launcher/" + name);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Every_file_is_of_a_type_of_this_test() =>
        Assert.All(TPlatform.Files, name => Assert.Matches(@"^(index\.html|icon\.svg|[a-z]+\.(css|js))$", name));

    [Fact]
    public async Task Page_is_one_file_and_its_parts_are_none()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        var page = await app.Client.GetStringAsync("/launcher/");

        Assert.DoesNotContain("#include", page, StringComparison.Ordinal);
        foreach (var (part, field) in new[] { ("form.html", "user-id"), ("kind.html", "kind") })
        {
            Assert.Equal(2, page.Split($" id=\"{field}\"").Length);
            Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/launcher/" + part)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/", "'self'")]
    [InlineData("/app/index.html?a=b", "'self'")]
    [InlineData("http://localhost:5173/app?a=b#c", "http://localhost:5173")]
    [InlineData("https://app.example/;script-src *", "https://app.example")]
    [InlineData("http://пример.example:5173/", "http://xn--e1afmkfd.example:5173")]
    public async Task Page_may_frame_the_mini_app_and_nothing_else(string page, string source)
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync(configureLauncher: options => options.AppUrl = new Uri(page, page[0] == '/' ? UriKind.Relative : UriKind.Absolute));

        using var response = await app.Client.GetAsync("/launcher/");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
            $"connect-src 'self'{(source == "'self'" ? "" : " " + source)}; frame-src {source}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
            "require-trusted-types-for 'script'; trusted-types 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin-allow-popups", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }

    [Theory]
    [InlineData("/vk", "/vk", "./vk/")]
    [InlineData("/dev/vk", "/dev/vk", "./vk/")]
    [InlineData("/{tenant}/vk", "/a/vk", "./vk/")]
    [InlineData("/{name}", "/a:%2F%2Fevil.example", "./a:%2F%2Fevil.example/")]
    public async Task Address_without_the_last_slash_leads_to_the_one_with_it(string pattern, string path, string location)
    {
        await using var app = LauncherApp<TPlatform>.Build();
        TPlatform.Map(app, pattern);
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(location, response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, location))).StatusCode);
    }

    [Fact]
    public async Task Base_path_without_the_last_slash_leads_to_the_one_with_it()
    {
        await using var app = LauncherApp<TPlatform>.Build();
        app.UsePathBase("/base");
        app.UseRouting();
        TPlatform.Map(app, "/");
        await app.StartAsync();
        using var client = app.GetTestClient();

        using var response = await client.GetAsync("/base");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("./base/", response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/base/")).StatusCode);
    }

    [Fact]
    public async Task Launcher_at_the_root_needs_no_redirect()
    {
        await using var app = LauncherApp<TPlatform>.Build();
        TPlatform.Map(app, "/");
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/launcher.js")).StatusCode);
    }

    [Fact]
    public async Task Page_has_neither_script_nor_style_of_its_own_nor_anything_from_elsewhere()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var page = await app.Client.GetStringAsync("/launcher/");

        Assert.DoesNotMatch(@"<style|\sstyle=|\son[a-z]+=|<script[^>]*>[^<]", page);
        Assert.All(
            Link().Matches(page).Select(match => match.Groups["address"].Value),
            address => Assert.True(TPlatform.Files.Contains(address, StringComparer.Ordinal), address));
    }

    [Fact]
    public async Task Scripts_never_write_html()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();

        foreach (var name in TPlatform.Files.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc", await app.Client.GetStringAsync("/launcher/" + name));
        }
    }

    [Fact]
    public async Task Every_text_of_the_page_is_there_in_both_languages()
    {
        await using var app = await LauncherApp<TPlatform>.StartAsync();
        var page = await app.Client.GetStringAsync("/launcher/");
        var (english, russian) = Names(await app.Client.GetStringAsync("/launcher/texts.js"));
        var (ownEnglish, ownRussian) = Names(await app.Client.GetStringAsync("/launcher/words.js"));

        var presets = Preset().Matches(await app.Client.GetStringAsync("/launcher/builtin.js")).Select(match => match.Groups["name"].Value).ToArray();
        var used = Use().Matches(page).Select(match => match.Groups["name"].Value).Concat(TPlatform.Failures).Concat(presets);

        Assert.InRange(presets.Length, 5, 10);
        Assert.Equal(english, russian);
        Assert.Equal(ownEnglish, ownRussian);
        Assert.Empty(english.Intersect(ownEnglish, StringComparer.Ordinal));
        Assert.Empty(used.Except(english.Concat(ownEnglish), StringComparer.Ordinal));
        Assert.All(english.Concat(ownEnglish), name => Assert.Equal(1, english.Concat(ownEnglish).Count(other => other == name)));

        static (string[] English, string[] Russian) Names(string texts)
        {
            var ru = texts.IndexOf("  ru: {", StringComparison.Ordinal);
            return (Entries(texts[..ru]), Entries(texts[ru..texts.IndexOf("\n};", ru, StringComparison.Ordinal)]));
        }

        static string[] Entries(string part) => [.. Entry().Matches(part).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("(?:src|href)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Link();

    [GeneratedRegex("^  (?<name>preset[A-Za-z]+): \\{", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 60_000)]
    private static partial Regex Preset();

    [GeneratedRegex("data-(?:text|label|placeholder)=\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Use();

    [GeneratedRegex(@"(?:^|[ ,])(?<name>[A-Za-z]+): '", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 60_000)]
    private static partial Regex Entry();
}
