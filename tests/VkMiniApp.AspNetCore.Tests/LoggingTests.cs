using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What is written down of a request, and what never is.</summary>
public class LoggingTests
{
    public static TheoryData<VkLaunchFailure> Failures => [.. TestLaunch.Failures];

    [Fact]
    public async Task Accepted_launch_is_a_detail_for_whoever_debugs()
    {
        var logs = await LogsOfAsync("/me", "Bearer " + TestLaunch.Token());
        var entry = Assert.Single(logs.Verdicts);

        Assert.Equal((LogLevel.Debug, 1, "LaunchAccepted"), (entry.Level, entry.EventId.Id, entry.EventId.Name));
        Assert.Equal("VkMiniApp accepted a launch.", entry.Message);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Refused_launch_is_an_information_with_the_exact_reason(VkLaunchFailure failure)
    {
        var logs = await LogsOfAsync("/me", "Bearer " + TestLaunch.Refused(failure));
        var entry = Assert.Single(logs.Verdicts);

        Assert.Equal((LogLevel.Information, 2, "LaunchRefused"), (entry.Level, entry.EventId.Id, entry.EventId.Name));
        var age = failure switch { VkLaunchFailure.Expired => 3601, VkLaunchFailure.NotYetValid => -61, _ => (int?)null };
        Assert.Equal($"VkMiniApp refused a launch: {failure}.{(age is null ? "" : $" Its age is {age} seconds.")}", entry.Message);
        Assert.Contains($"[AuthenticationScheme, VkMiniApp] [Failure, {failure}]{(age is null ? "" : $" [AgeInSeconds, {age}]")}", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Age_of_the_bridges_object_is_logged_where_it_is_accepted()
    {
        var expired = TestLaunch.Query(new VkLaunchParamsDescriptor { UserId = 42, Timestamp = TestLaunch.At(TestLaunch.Now - 4000) });
        var json = JsonSerializer.Serialize(expired.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

        Assert.Equal(
            "VkMiniApp refused a launch: Expired. Its age is 4000 seconds.",
            Assert.Single((await LogsOfAsync("/me", "Bearer " + json, options => options.AcceptJson = true)).Verdicts).Message);
    }

    [Fact]
    public async Task Bridges_object_is_known_in_development_where_it_is_not_accepted()
    {
        const string Header = "Bearer {\"vk_user_id\":42,\"vk_app_id\":1,\"vk_ts\":1,\"sign\":\"x\"}";

        Assert.StartsWith(
            "VkMiniApp refused a launch: Malformed. It is the object that VKWebAppGetLaunchParams answers with, as JSON",
            Assert.Single((await LogsOfAsync("/me", Header, environment: "Development")).Verdicts).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "VkMiniApp refused a launch: Malformed.", Assert.Single((await LogsOfAsync("/me", Header, environment: "Staging")).Verdicts).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic x")]
    [InlineData("Bearer a.b.c")]
    public async Task Request_without_credentials_is_passed_over_in_silence(string header)
    {
        var logs = await LogsOfAsync("/open", header);

        Assert.Empty(logs.Verdicts);
        Assert.DoesNotContain(logs.OfHandler, entry => entry.Level >= LogLevel.Information);
    }

    [Fact]
    public async Task Nothing_of_any_request_is_louder_than_an_information()
    {
        foreach (var failure in TestLaunch.Failures)
        {
            var logs = await LogsOfAsync("/me", "Bearer " + TestLaunch.Refused(failure));
            Assert.Empty(logs.Warnings);
        }
    }

    [Fact]
    public async Task No_token_signature_user_or_secret_is_in_any_entry_of_any_category()
    {
        const long User = 8675309021;
        var tokens = TestLaunch.Failures.Select(TestLaunch.Refused).Append(TestLaunch.Token(User)).Append(TestLaunch.Query(User));

        foreach (var token in tokens)
        {
            var logs = await LogsOfAsync("/me", "Bearer " + token);
            Assert.Single(logs.Verdicts);
            logs.AssertSilentAbout(token, token[^12..], token[..12], "8675309021", "sign=", "vk_user_id");
            logs.AssertSilentAbout(TestLaunch.Secret, TestLaunch.Secret[..8]);
        }
    }

    [Theory]
    [InlineData("AppId", "not a number")]
    [InlineData("AppId", "a misplaced secret of mine")]
    [InlineData("Lifetime", "-1")]
    [InlineData("MaxParameters", "0")]
    public async Task Failed_start_says_what_is_wrong_but_never_a_secret(string setting, string value)
    {
        using var logs = new LogCollector();
        await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartWithAsync(builder =>
        {
            Collect(builder.Logging, logs);
            builder.Configuration["Authentication:Schemes:VkMiniApp:AppId"] = "1";
            builder.Configuration["Authentication:Schemes:VkMiniApp:AppSecret"] = TestLaunch.Secret;
            builder.Configuration[$"Authentication:Schemes:VkMiniApp:{setting}"] = value;
            builder.Services.AddAuthentication().AddVkMiniApp();
        }));

        Assert.Contains(logs.Entries, entry => entry.Level >= LogLevel.Error && entry.Details.Contains(setting, StringComparison.Ordinal));
        logs.AssertSilentAbout(TestLaunch.Secret, TestLaunch.Secret[..8], "a misplaced secret");
    }

    private static async Task<LogCollector> LogsOfAsync(
        string path, string header, Action<VkMiniAppOptions>? configure = null, string environment = "Production")
    {
        var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            Collect(builder.Logging, logs);
            builder.Environment.EnvironmentName = environment;
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Services.AddAuthentication().AddVkMiniApp(options =>
            {
                options.AddApp(TestLaunch.AppId, TestLaunch.Secret);
                configure?.Invoke(options);
            });
        });

        await app.GetAsync(path, header);
        return logs;
    }

    private static void Collect(ILoggingBuilder logging, LogCollector logs) => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
}
