using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What is written down of a request on every platform, and what never is.</summary>
public class LoggingTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Verdict_is_logged_under_the_platforms_handler_without_anything_of_the_token(string name)
    {
        var platform = PlatformScheme.Of(name);
        using var logs = new LogCollector();
        await using var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            platform.AddTo(builder.Services.AddAuthentication());
        });
        var (good, forged) = (platform.Good(), platform.Forged());

        await app.AuthenticateAsync(platform.Header(good));
        await app.AuthenticateAsync(platform.Header(forged));
        await app.AuthenticateAsync(platform.Header("a.b.c"));

        var handler = $"{name}.AspNetCore.{name}Handler";
        var entries = logs.Entries
            .Where(entry => entry.Category == handler && entry.EventId.Name is "LaunchAccepted" or "LaunchRefused")
            .ToArray();
        Assert.Equal([(LogLevel.Debug, 1), (LogLevel.Information, 2)], entries.Select(entry => (entry.Level, entry.EventId.Id)));
        Assert.Equal($"{name} accepted a launch.", entries[0].Message);
        Assert.Equal($"{name} refused a launch: {platform.ForgedFailure}.", entries[1].Message);
        Assert.All(logs.Entries, entry => Assert.DoesNotContain(good, entry.Message + entry.Details, StringComparison.Ordinal));
        Assert.All(logs.Entries, entry => Assert.DoesNotContain(forged, entry.Message + entry.Details, StringComparison.Ordinal));
    }
}
