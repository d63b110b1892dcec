using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A back end where <c>/pay</c> demands an unused launch.</summary>
internal sealed class UnusedLaunchApp : IAsyncDisposable
{
    public const string Binding = "the-binding-of-the-page";

    private readonly PlatformScheme _platform;
    private readonly TestApp _app;

    private UnusedLaunchApp(PlatformScheme platform, TestApp app, LogCollector logs) => (_platform, _app, Logs) = (platform, app, logs);

    public LogCollector Logs { get; }

    public IServiceProvider Services => _app.Services;

    public TestClock Clock => _app.Clock;

    /// <summary>What was said of the uses of launches.</summary>
    public IEnumerable<(string? Event, LogLevel Level)> Said => Logs.Entries
        .Where(entry => entry.Category.EndsWith(nameof(LaunchUses), StringComparison.Ordinal) || entry.EventId.Name == "UnusedLaunchMissing")
        .Select(entry => (entry.EventId.Name, entry.Level));

    public static async Task<UnusedLaunchApp> StartAsync(
        PlatformScheme platform,
        Action<LaunchLedgerOptions>? configure = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null)
    {
        var logs = new LogCollector();
        return new(platform, await TestApp.StartWithAsync(
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs);
                builder.Services.Configure<LaunchLedgerOptions>(options => configure?.Invoke(options));
                platform.AddTo(builder.Services.AddAuthentication());
                build?.Invoke(builder);
            },
            app =>
            {
                app.MapGet("/pay", () => "paid").RequireAuthorization().RequireUnusedLaunch();
                map?.Invoke(app);
            }), logs);
    }

    public Task<Answer> PayAsync(string token, params string[] bindings) => AskAsync("/pay", token, bindings);

    public async Task<Answer> AskAsync(string path, string? token, params string[] bindings)
    {
        HttpResponse? response = null;
        var reply = await _app.GetAsync(path, context =>
        {
            response = context.Response;
            context.Request.Headers.Authorization = token is null ? default : _platform.Header(token);
            context.Request.Headers["Launch-Binding"] = bindings;
        });
        return new(reply.Status, reply.Challenges.SingleOrDefault(), reply.Body, response!.ContentType, response.Headers.RetryAfter);
    }

    /// <summary>A client of the user's.</summary>
    public HttpClient CreateClient(string binding, long userId = 42)
    {
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", _platform.Header(_platform.Good(userId)));
        client.DefaultRequestHeaders.Add("Launch-Binding", binding);
        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed record Answer(int Status, string? Challenge, string Body, string? ContentType, string? RetryAfter);
}
