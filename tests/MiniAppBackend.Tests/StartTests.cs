using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Tests;

public sealed partial class StartTests
{
    private const string AnyPort = "http://127.0.0.1:0";
    private const string Json = "application/json; charset=utf-8";

    [Fact]
    public void It_listens_on_port_5080_of_this_machine_unless_told_otherwise()
    {
        using var backend = new Backend();

        Assert.Equal("http://127.0.0.1:5080", backend.Services.GetRequiredService<IConfiguration>()["urls"]);
    }

    [Fact]
    public void Outside_Development_the_host_refuses_to_start_without_settings()
    {
        using var backend = new Backend();
        using var production = backend.WithWebHostBuilder(host => host.UseEnvironment("Production"));

        var refusal = Assert.Throws<OptionsValidationException>(production.CreateClient);

        Assert.Equal(
            "Authentication scheme 'VkMiniApp': AppId is missing. It is set in code or in Authentication:Schemes:VkMiniApp.",
            refusal.Message);
    }

    [Fact]
    public void Outside_Development_the_host_refuses_to_start_without_a_key()
    {
        using var backend = new Backend();
        using var production = backend.WithWebHostBuilder(host => host
            .UseEnvironment("Production")
            .UseSetting("Authentication:Schemes:VkMiniApp:AppId", "7000001"));

        var refusal = Assert.Throws<OptionsValidationException>(production.CreateClient);

        Assert.Equal(
            "Authentication scheme 'VkMiniApp': AppSecret is missing. It is set in code or in Authentication:Schemes:VkMiniApp.",
            refusal.Message);
    }

    [Fact]
    public async Task In_Development_it_prints_a_curl_line_for_each_platform_and_each_gets_an_answer()
    {
        using var process = BackendProcess.Start(["--environment", "Development", "--urls", AnyPort]);
        var answers = new[]
        {
            ("/me", "Bearer", CodeBlock.All.First(block => block is { Page: "README.md", Language: "json" }).Text),
            ("/telegram/me", "tma", """{"id":42,"firstName":"Ada","language":"ru"}"""),
            ("/max/me", "max", """{"id":42,"firstName":"Ada","language":"ru"}"""),
        };

        using var client = new HttpClient();
        foreach (var (path, word, answer) in answers)
        {
            var line = CurlLine().Match(await process.ReadToAsync("curl"));
            Assert.True(line.Success);
            Assert.EndsWith(path, line.Groups["url"].Value, StringComparison.Ordinal);

            using var request = new HttpRequestMessage(HttpMethod.Get, line.Groups["url"].Value);
            request.Headers.Add(line.Groups["header"].Value, line.Groups["value"].Value);

            await client.SendAsync(request).ShouldAnswerAsync(answer, Json);
            await client.GetAsync(line.Groups["url"].Value).ShouldChallengeAsync(word);
        }
    }

    [Fact]
    public async Task It_starts_with_apps_that_only_code_names_and_prints_no_line_for_them()
    {
        using var backend = new Backend();
        using var added = backend.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.Configure<VkMiniAppOptions>(
            VkMiniAppDefaults.AuthenticationScheme,
            options =>
            {
                options.AppId = null;
                options.AppSecret = null;
                options.AddApp(7000001, "the new key", "the old key");
            })));

        using var client = added.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + backend.Sign(new() { UserId = 5 }, 7000001, "the old key"));

        await client.GetAsync("/me").ShouldAnswerAsync("""{"id":5,"platform":"desktop_web","language":"ru"}""", Json);
        Assert.Equal("/telegram/me /max/me", PrintedPaths(added.Services));
    }

    [Fact]
    public async Task Outside_Development_the_settings_of_VK_are_enough_and_the_other_platforms_are_not_there()
    {
        using var backend = new Backend();
        using var production = backend.WithWebHostBuilder(host => UseVk(host));
        using var client = production.CreateClient();

        await client.GetAsync("/me").ShouldChallengeAsync("Bearer");
        await client.GetAsync("/telegram/me").ShouldBeMissingAsync();
        await client.GetAsync("/max/me").ShouldBeMissingAsync();

        var schemes = await production.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        Assert.Equal("VkMiniApp SessionToken SessionCookie LaunchOrSession", string.Join(' ', schemes.Select(scheme => scheme.Name)));
        Assert.Equal("/me", PrintedPaths(production.Services));
    }

    [Theory]
    [InlineData("TelegramMiniApp", "51000001:example-token", "/telegram/me", "tma", "/max/me")]
    [InlineData("MaxMiniApp", "example-token", "/max/me", "max", "/telegram/me")]
    public async Task Outside_Development_a_platform_is_there_as_soon_as_it_has_settings(
        string scheme, string botToken, string path, string word, string otherPath)
    {
        using var backend = new Backend();
        using var production = backend.WithWebHostBuilder(host => UseVk(host).UseSetting($"Authentication:Schemes:{scheme}:BotToken", botToken));
        using var client = production.CreateClient();

        await client.GetAsync("/me").ShouldChallengeAsync("Bearer");
        await client.GetAsync(path).ShouldChallengeAsync(word);
        await client.GetAsync(otherPath).ShouldBeMissingAsync();
    }

    [Theory]
    [InlineData("TelegramMiniApp", "BotToken is missing, and so is BotId.")]
    [InlineData("MaxMiniApp", "BotToken is missing.")]
    public void Outside_Development_a_platform_with_settings_but_no_bot_keeps_the_host_from_starting(string scheme, string fault)
    {
        using var backend = new Backend();
        using var production = backend.WithWebHostBuilder(host => UseVk(host).UseSetting($"Authentication:Schemes:{scheme}:Lifetime", "00:15:00"));

        var refusal = Assert.Throws<OptionsValidationException>(production.CreateClient);

        Assert.Equal($"Authentication scheme '{scheme}': {fault} It is set in code or in Authentication:Schemes:{scheme}.", refusal.Message);
    }

    [Fact]
    public async Task Outside_Development_it_takes_its_settings_from_the_environment_and_prints_no_launch()
    {
        using var process = BackendProcess.Start(
            [],
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ASPNETCORE_URLS", AnyPort),
            ("Authentication__Schemes__VkMiniApp__AppId", "7000001"),
            ("Authentication__Schemes__VkMiniApp__AppSecret", "the protected key"));

        var line = await process.ReadToAsync("Now listening on: ");
        using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]) };

        var signer = new VkLaunchParamsSigner(7000001, "the protected key");
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + signer.SignQuery(new() { UserId = 5 }));

        await client.GetAsync("/me")
            .ShouldAnswerAsync("""{"id":5,"platform":"desktop_web","language":"ru"}""", Json);

        Assert.DoesNotContain("curl", await process.StopAsync(), StringComparison.Ordinal);
    }

    private static IWebHostBuilder UseVk(IWebHostBuilder host) => host
        .UseEnvironment("Production")
        .UseSetting("Authentication:Schemes:VkMiniApp:AppId", "7000001")
        .UseSetting("Authentication:Schemes:VkMiniApp:AppSecret", "the protected key");

    private static string PrintedPaths(IServiceProvider services) => string.Join(
        ' ',
        DevelopmentLaunch.CurlLines(services, "http://127.0.0.1:80")
            .Select(line => new Uri(CurlLine().Match(line).Groups["url"].Value).AbsolutePath));

    /// <summary>A line that needs no quoting beyond its own, in any shell.</summary>
    [GeneratedRegex(
        """^curl -H "(?<header>Authorization): (?<value>(Bearer|tma|max) [A-Za-z0-9_-]+)" (?<url>http://127\.0\.0\.1:[0-9]+/[a-z/]+)$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurlLine();
}
