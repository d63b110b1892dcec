using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VkMiniApp;

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
    public async Task In_Development_it_prints_a_curl_line_that_gets_the_answer_of_the_readme()
    {
        using var process = BackendProcess.Start(["--environment", "Development", "--urls", AnyPort]);

        var line = CurlLine().Match(await process.ReadToAsync("curl"));
        Assert.True(line.Success);

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, line.Groups["url"].Value);
        request.Headers.Add(line.Groups["header"].Value, line.Groups["value"].Value);

        await client.SendAsync(request)
            .ShouldAnswerAsync(CodeBlock.All.First(block => block is { Page: "README.md", Language: "json" }).Text, Json);
        await client.GetAsync(line.Groups["url"].Value)
            .ShouldChallengeAsync("Bearer");
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

    /// <summary>A line that needs no quoting beyond its own, in any shell.</summary>
    [GeneratedRegex(
        """^curl -H "(?<header>Authorization): (?<value>Bearer [A-Za-z0-9_-]+)" (?<url>http://127\.0\.0\.1:[0-9]+/me)$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurlLine();
}
