using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;
using VkMiniApp.AspNetCore;
using VkMiniApp.Testing;

namespace MiniAppBackend.Tests;

public sealed partial class StartTests
{
    private const string AnyPort = "http://127.0.0.1:0";
    private const string VkAppId = "VkMiniApp__AppId=7000001";
    private const string VkSecret = "VkMiniApp__AppSecret=the protected key";
    private const string Json = "application/json; charset=utf-8";

    [Fact]
    public void It_listens_on_port_5080_of_this_machine_unless_told_otherwise()
    {
        using var backend = new Backend();

        Assert.Equal("http://127.0.0.1:5080", backend.Services.GetRequiredService<IConfiguration>()["urls"]);
    }

    [Theory]
    [InlineData("VkMiniApp", "AppId is missing. AppSecret is missing.")]
    [InlineData("VkMiniApp", "AppId is missing.", VkSecret)]
    [InlineData("VkMiniApp", "AppSecret is missing.", VkAppId)]
    [InlineData("TelegramMiniApp", "BotToken is missing, and so is BotId.", VkAppId, VkSecret, "TelegramMiniApp__Lifetime=00:15:00")]
    [InlineData("MaxMiniApp", "BotToken is missing.", VkAppId, VkSecret, "MaxMiniApp__Lifetime=00:15:00")]
    public async Task Outside_Development_the_host_refuses_to_start_without_what_a_platform_needs(string scheme, string fault, params string[] settings)
    {
        using var process = BackendProcess.Start(
            [],
            [
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                ("ASPNETCORE_URLS", AnyPort),
                .. settings.Select(setting => setting.Split('=')).Select(pair => ("Authentication__Schemes__" + pair[0], pair[1])),
            ]);

        var (exitCode, errors) = await process.ReadToEndAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            $"OptionsValidationException: Authentication scheme '{scheme}': {fault} Fix it in code or in Authentication:Schemes:{scheme}.",
            errors,
            StringComparison.Ordinal);
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

        using var client = added.CreateVkClient(new VkTestLaunch(userId: 5).OfApp(7000001).SignedBy("the old key"));

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
        Assert.Equal("VkMiniApp MiniAppSession MiniAppLaunch MiniApp", string.Join(' ', schemes.Select(scheme => scheme.Name)));
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
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CurlLine();
}
