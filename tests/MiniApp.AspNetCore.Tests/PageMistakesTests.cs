using System.Buffers.Text;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>The hint in the log of an application that is being developed, on every platform.</summary>
public class PageMistakesTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Mistake_of_the_page_is_named_in_the_one_line_of_a_refused_request(string name)
    {
        var platform = PlatformScheme.Of(name);
        var query = platform.QueryOf(platform.Good());

        foreach (var (token, hint) in new[]
        {
            ("[object Object]", "It is what JavaScript writes for a value that is not a string"),
            (Uri.EscapeDataString(Uri.EscapeDataString(query)), "It is percent-encoded twice"),
            (Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(query)))), "It is in base64 twice."),
            ("{\"hash\":\"ab\",\"user\":{}}", "It is an object as JSON"),
            ("#tgWebAppData=" + Uri.EscapeDataString(query) + "&tgWebAppVersion=8.0", "It is the fragment of the page's address"),
        }.Where(mistake => name != "TelegramMiniApp" || mistake.Item1[0] != '#'))
        {
            var entry = Assert.Single(await LinesOfAsync(platform, platform.Header(token)));
            Assert.Equal((LogLevel.Information, 2, "LaunchRefused"), (entry.Level, entry.EventId.Id, entry.EventId.Name));
            Assert.Contains($". {hint}", entry.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(query[..12], entry.Message + entry.Details, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Token_without_its_auth_scheme_or_behind_another_is_named_where_it_was_needed(string name)
    {
        var platform = PlatformScheme.Of(name);
        var query = platform.QueryOf(platform.Good());

        foreach (var (header, hint) in new[]
        {
            (query, "The header has a token without an auth-scheme"),
            ("Word " + query, "The header has a token behind another auth-scheme than"),
        })
        {
            var entry = Assert.Single(await LinesOfAsync(platform, header));
            Assert.Equal((LogLevel.Information, 10, "LaunchNotFound"), (entry.Level, entry.EventId.Id, entry.EventId.Name));
            Assert.StartsWith($"{name} found no launch. {hint}", entry.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(query[..12], entry.Message + entry.Details, StringComparison.Ordinal);
            Assert.Empty(await LinesOfAsync(platform, header, path: "/open"));
        }
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Empty_token_is_named(string name)
    {
        var platform = PlatformScheme.Of(name);
        var entry = Assert.Single(await LinesOfAsync(platform, platform.AuthScheme + ' '));

        Assert.Contains("It is empty: the page was not opened by the platform", entry.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Several_headers_are_named(string name)
    {
        var platform = PlatformScheme.Of(name);
        var entry = Assert.Single(await LinesOfAsync(platform, [platform.Header("x"), platform.Header("y")]));

        Assert.EndsWith("The request has several tokens in one place, such as two Authorization headers.", entry.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/json", "Development", "The body has none either: it has to be the text \"launch\" at the top of a JSON object.")]
    [InlineData("/form", "Development", "The body has none either: it has to be the text \"launch\" at the top of a JSON object, or a field of a form.")]
    [InlineData("/header", "Development", "The request has no Authorization header: the page sent none, or a redirect or a proxy took it away.")]
    [InlineData("/json", "Production", null)]
    public async Task Body_without_the_member_that_the_endpoint_looks_for_is_named_once(string path, string environment, string? hint)
    {
        var platform = PlatformScheme.Of("TelegramMiniApp");
        using var logs = new LogCollector();
        await using var app = await BodyApp.StartAsync(build: builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(logs);
        });

        Assert.Equal(401, (await app.PostAsync(path, BodyApp.JsonOf(platform.Header(platform.Good()), "Launch"))).Status);
        Assert.Equal(401, (await app.PostAsync(path, BodyApp.JsonOf(platform.Header(platform.Expired())))).Status);

        var lines = logs.OfHandler.Where(entry => entry.EventId.Name == "LaunchNotFound").Select(entry => entry.Message.Split(". ", 2)[1]);

        // Where no body is looked at, the second request has no launch either.
        Assert.Equal(Enumerable.Repeat(hint, hint is null ? 0 : path == "/header" ? 2 : 1), lines);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Nothing_is_guessed_of_others_credentials_or_where_the_reason_is_told(string name)
    {
        var platform = PlatformScheme.Of(name);

        foreach (var header in new[] { "", "Basic dXNlcjpwYXNzd29yZA==", platform.Header("a.b.c"), platform.Header(new string('A', 40).Insert(0, "CfDJ8")) })
        {
            Assert.Empty(await LinesOfAsync(platform, header));
        }

        Assert.DoesNotContain("It is", Assert.Single(await LinesOfAsync(platform, platform.Header(platform.Expired()))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Nothing_is_guessed_outside_of_development(string name)
    {
        var platform = PlatformScheme.Of(name);
        var query = platform.QueryOf(platform.Good());

        Assert.Equal(
            $"{name} refused a launch: Malformed.",
            Assert.Single(await LinesOfAsync(platform, platform.Header("undefined"), environment: "Production")).Message);
        Assert.Empty(await LinesOfAsync(platform, query, environment: "Production"));
    }

    private static Task<LogEntry[]> LinesOfAsync(
        PlatformScheme platform, string header, string path = "/me", string environment = "Development") =>
        LinesOfAsync(platform, [header], path, environment);

    /// <summary>The lines of ours that are no detail for whoever debugs.</summary>
    private static async Task<LogEntry[]> LinesOfAsync(
        PlatformScheme platform, string[] headers, string path = "/me", string environment = "Development")
    {
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Environment.EnvironmentName = environment;
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            platform.AddTo(builder.Services.AddAuthentication());
        });
        await app.GetAsync(path, headers);

        return [.. logs.OfHandler.Where(entry => entry.Level >= LogLevel.Information && entry.EventId.Name is "LaunchRefused" or "LaunchNotFound")];
    }
}
