using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A host with one scheme, whose settings change while it runs.</summary>
internal sealed class LiveApp : IAsyncDisposable
{
    private readonly PlatformScheme _platform;
    private readonly TestApp _app;

    private LiveApp(PlatformScheme platform, TestApp app, TestSettings settings, LogCollector logs) =>
        (_platform, _app, Settings, Logs) = (platform, app, settings, logs);

    public TestSettings Settings { get; }

    public LogCollector Logs { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>What was said of changes that were not taken.</summary>
    public IEnumerable<LogEntry> RefusedChanges => Logs.Entries.Where(entry => entry.EventId.Name == "SettingsRefused");

    /// <summary>What was said of changes that were taken.</summary>
    public IEnumerable<string> TakenChanges => Logs.Entries.Where(entry => entry.EventId.Name == "SettingsChanged").Select(entry => entry.Message);

    public static Task<LiveApp> StartAsync(PlatformScheme platform, params (string Setting, string? Text)[] settings) =>
        StartAsync(platform, builder => platform.AddConfigured(builder.Services.AddAuthentication()), settings);

    public static async Task<LiveApp> StartAsync(
        PlatformScheme platform, Action<WebApplicationBuilder> build, params (string Setting, string? Text)[] settings)
    {
        var source = new TestSettings(platform.Name, settings);
        var logs = new LogCollector();
        var app = await TestApp.StartWithAsync(builder =>
        {
            builder.Configuration.Sources.Add(source);
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            builder.Services.AddHealthChecks().AddMiniAppSettings();
            build(builder);
        });

        return new LiveApp(platform, app, source, logs);
    }

    public Task<Reply> GetAsync(string token) => _app.GetAsync("/me", _platform.Header(token));

    /// <summary>Whether a launch is accepted, and otherwise the type of the reason.</summary>
    public async Task<string> VerdictAsync(string token)
    {
        var result = await _app.AuthenticateAsync(_platform.Header(token));
        return result.Succeeded ? "accepted" : result.Failure!.GetType().Name;
    }

    public async Task<HealthReportEntry> HealthAsync() =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["mini-app-settings"];

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
