using System.Net;
using TestSupport;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The code of docs/front-end.md: quoted from the sample, or running as it stands.</summary>
public sealed class FrontEndTests
{
    private const string Page = "docs/front-end.md";
    private const string Ours = "https://the-page.example";

    private static readonly (string, string)[] Settings =
    [
        ("Authentication:Schemes:VkMiniApp:AppId", "6736218"),
        ("Authentication:Schemes:VkMiniApp:AppSecret", "secret"),
        ("Authentication:Schemes:TelegramMiniApp:BotToken", "51000001:token"),
        ("Authentication:Schemes:MaxMiniApp:BotToken", "token"),
        ("Cors:Origins:0", Ours),
    ];

    [Fact]
    public void Typescript_of_the_page_is_the_samples()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "samples/MiniAppClient/src"), "*.ts")
            .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n")).ToArray();
        var blocks = CodeBlock.All.Where(block => block is { Page: Page, Language: not ("csharp" or "json") }).ToArray();

        Assert.Equal(7, blocks.Length);
        Assert.All(blocks, block =>
        {
            Assert.Equal("ts", block.Language);
            Assert.Contains(sources, source => source.Contains(block.Text, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("/me", "GET", "authorization")]
    [InlineData("/session", "POST", "authorization,launch-binding")]
    [InlineData("/session/refresh", "POST", "content-type")]
    [InlineData("/session", "DELETE", "authorization")]
    public async Task Page_on_the_origin_of_the_settings_is_allowed_what_it_needs_and_no_other_page(string path, string method, string headers)
    {
        await using var program = await StartAsync("AddCors");
        using var client = new HttpClient { BaseAddress = program.Address };

        var ours = await PreflightAsync(client, path, method, headers, Ours);
        Assert.Equal((Ours, "3600"), (Read(ours, "Access-Control-Allow-Origin"), Read(ours, "Access-Control-Max-Age")));
        Assert.Equal("Authorization,Content-Type,Launch-Binding", Read(ours, "Access-Control-Allow-Headers"));
        Assert.Contains(method, Read(ours, "Access-Control-Allow-Methods").Split(','));
        Assert.Equal("", Read(await PreflightAsync(client, path, method, headers, "https://vk.com"), "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Page_on_another_origin_reads_why_it_was_refused()
    {
        await using var program = await StartAsync("AddCors");
        using var client = new HttpClient { BaseAddress = program.Address };
        var launch = new VkLaunchParamsSigner(6736218, "secret").SignQuery(
            new() { UserId = 42, Timestamp = TimeProvider.System.GetUtcNow().AddDays(-1) });

        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + launch);
        request.Headers.Add("Origin", Ours);
        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(Ours, Read(response, "Access-Control-Allow-Origin"));
        Assert.Equal("WWW-Authenticate,Retry-After", Read(response, "Access-Control-Expose-Headers"));
        Assert.EndsWith("reason=\"expired\"", Read(response, "WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_of_the_pages_says_who_may_frame_them_and_the_table_has_the_same_sites()
    {
        await using var program = await StartAsync("UseMiniAppFrameAncestors");
        using var client = new HttpClient { BaseAddress = program.Address };
        using var response = await client.GetAsync("/");

        var sites = Repository.Read(Page).Split('\n')
            .Where(line => line.StartsWith("| VK | `https", StringComparison.Ordinal) || line.StartsWith("| Telegram | `https", StringComparison.Ordinal)
                || line.StartsWith("| MAX | `https", StringComparison.Ordinal))
            .Select(line => line.Split('|')[2].Replace("`", "", StringComparison.Ordinal).Trim());
        Assert.Equal(
            $"default-src 'self'; script-src 'self' https://telegram.org https://st.max.ru; frame-ancestors 'self' {string.Join(' ', sites)}",
            Read(response, "Content-Security-Policy"));
        Assert.Equal("strict-origin", Read(response, "Referrer-Policy"));
    }

    private static Task<PageProgram> StartAsync(string mark) => PageProgram.StartAsync(
        CodeBlock.All.Single(block => block is { Page: Page, Language: "csharp" } && block.Text.Contains(mark, StringComparison.Ordinal)), Settings);

    private static async Task<HttpResponseMessage> PreflightAsync(HttpClient client, string path, string method, string headers, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", headers);
        return await client.SendAsync(request);
    }

    private static string Read(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(" | ", values) : "";
}
