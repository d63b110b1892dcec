using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TelegramMiniApp;
using TestSupport;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The programs of docs/moving.md, running as they stand there.</summary>
public sealed class MovingTests
{
    private const string Page = "docs/moving.md";
    private const string Key = "wvl68m4dR1UpLrVRli";
    private const string BotToken = "51000001:token";

    private static readonly (string, string)[] Settings =
    [
        ("Authentication:Schemes:VkMiniApp:AppId", "6736218"),
        ("Authentication:Schemes:VkMiniApp:AppSecret", Key),
        ("Authentication:Schemes:TelegramMiniApp:BotToken", BotToken),
        ("Logging:LogLevel:SideBySide", "Warning"),
        ("Logging:Console:LogLevel:Default", "None"),
    ];

    [Fact]
    public async Task Old_check_goes_on_deciding_and_each_difference_is_a_line_without_the_launch_or_the_user()
    {
        await using var program = await StartAsync("OwnCheck");
        using var log = new LogCollector();
        program.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var client = new HttpClient { BaseAddress = program.Address };
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal("200 8675309", await AskAsync(Launch(now)));
        Assert.Equal("401 ", await AskAsync(Launch(now).Replace("8675309", "1", StringComparison.Ordinal)));
        Assert.Equal("401 ", await AskAsync(null));
        Assert.Empty(Lines());

        Assert.Equal("200 8675309", await AskAsync(Launch(now.AddDays(-300))));
        Assert.Equal("200 8675309", await AskAsync(Launch(now.AddDays(300))));
        Assert.Equal("200 8675309", await AskAsync(Launch(now, appId: 7000001)));
        Assert.Equal(
            [
                "Own check: accepted. Scheme: Expired.",
                "Own check: accepted. Scheme: NotYetValid.",
                "Own check: accepted. Scheme: UnknownApp.",
            ],
            Lines());
        Assert.Equal("401 ", await AskAsync(Launch(now, scopes: ["friends", "photos"]))); // the old one encodes a comma otherwise than VK
        Assert.Equal("Own check: refused. Scheme: accepted.", Lines()[^1]);
        log.AssertSilentAbout("8675309", "sign=", "vk_user_id");

        string[] Lines() => [.. log.Entries.Where(entry => entry.Message.StartsWith("Own check", StringComparison.Ordinal)).Select(entry => entry.Message)];

        Task<string> AskAsync(string? launch) => SendAsync(client, HttpMethod.Get, "/me", launch is null ? [] : [("X-Launch-Params", launch)]);
    }

    [Fact]
    public async Task Pages_that_are_out_there_are_signed_in_by_whatever_they_send()
    {
        await using var program = await StartAsync("X-Telegram-Init-Data");
        using var client = new HttpClient { BaseAddress = program.Address };
        var vk = Launch(TimeProvider.System.GetUtcNow());
        var telegram = new TelegramInitDataSigner(BotToken).SignInitData(new() { User = new() { Id = 42, FirstName = "Ada" } });
        var json = "{" + string.Join(',', vk.Split('&').Select(part => part.Split('=')).Select(part => $"\"{part[0]}\":\"{Uri.UnescapeDataString(part[1])}\"")) + "}";

        foreach (var (name, value) in new[]
        {
            ("Authorization", "Bearer " + vk),
            ("Authorization", "VK " + Base64(vk)),
            ("Authorization", "Bearer https://the-page.example/?" + vk),
            ("Authorization", vk),
            ("Authorization", Base64(vk)),
            ("Authorization", "Bearer " + json),
            ("Authorization", "Bearer " + string.Join('&', vk.Split('&').Reverse())),
            ("X-Launch-Params", "?" + vk),
            ("X-VK-Launch-Params", json),
        })
        {
            Assert.Equal("200 8675309", await SendAsync(client, HttpMethod.Get, "/me", (name, value)));
        }

        foreach (var (name, value) in new[]
        {
            ("Authorization", "tma " + telegram),
            ("Authorization", "Telegram " + telegram),
            ("X-Telegram-Init-Data", telegram),
            ("x-init-data", telegram),
        })
        {
            Assert.Equal("200 telegram:42", await SendAsync(client, HttpMethod.Get, "/me", (name, value)));
        }

        using var posted = await client.PostAsync("/auth/telegram", JsonContent.Create(new { initData = telegram }));
        Assert.Equal("telegram:42", await posted.Content.ReadAsStringAsync());
        Assert.Equal("200 8675309", await SendAsync(client, HttpMethod.Get, "/files/photo?launch=" + Uri.EscapeDataString(vk)));
    }

    [Fact]
    public async Task What_is_forged_or_in_an_address_elsewhere_is_refused_in_every_place()
    {
        await using var program = await StartAsync("X-Telegram-Init-Data");
        using var client = new HttpClient { BaseAddress = program.Address };
        var forged = Launch(TimeProvider.System.GetUtcNow()).Replace("8675309", "1", StringComparison.Ordinal);

        Assert.Equal("401 ", await SendAsync(client, HttpMethod.Get, "/me", ("Authorization", "Bearer " + forged)));
        Assert.Equal("401 ", await SendAsync(client, HttpMethod.Get, "/me", ("Authorization", forged)));
        Assert.Equal("401 ", await SendAsync(client, HttpMethod.Get, "/me", ("X-Launch-Params", forged)));
        Assert.Equal("401 ", await SendAsync(client, HttpMethod.Get, "/files/photo?launch=" + Uri.EscapeDataString(forged)));
        Assert.Equal("401 ", await SendAsync(client, HttpMethod.Get, "/me?launch=" + Uri.EscapeDataString(Launch(TimeProvider.System.GetUtcNow()))));
    }

    private static string Launch(DateTimeOffset time, long appId = 6736218, params string[] scopes) =>
        new VkLaunchParamsSigner(appId, Key).SignQuery(new() { UserId = 8675309, Timestamp = time, Scopes = scopes });

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static Task<PageProgram> StartAsync(string mark) => PageProgram.StartAsync(
        CodeBlock.All.Single(block => block is { Page: Page, Language: "csharp" } && block.Text.Contains(mark, StringComparison.Ordinal)), Settings);

    private static async Task<string> SendAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }
}
