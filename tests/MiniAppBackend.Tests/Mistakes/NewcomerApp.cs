using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace MiniAppBackend.Tests;

/// <summary>A newcomer's back end, as the pages show one: the usual builder and server, and a console at its usual level.</summary>
internal sealed class NewcomerApp : IAsyncDisposable
{
    // As the framework's own templates set it.
    private const string UsualLevel = "--Logging:LogLevel:Microsoft.AspNetCore=Warning";

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly WebApplication _app;
    private readonly LogCollector _logs;

    private NewcomerApp(WebApplication app, LogCollector logs) => (_app, _logs) = (app, logs);

    /// <summary>
    /// What the console has by now, but for what the framework says of every start, of every verdict of a scheme, and of a machine that is busy.
    /// </summary>
    public IEnumerable<string> Console => _logs.Entries
        .Where(entry => entry.Category != "Microsoft.Hosting.Lifetime"
            && !entry.Category.Contains("DataProtection", StringComparison.Ordinal)
            && entry.EventId.Name != "HeartbeatSlow"
            && entry.EventId.Name?.StartsWith("AuthenticationScheme", StringComparison.Ordinal) != true)
        .Select(entry => $"{entry.Message} {entry.Details}");

    public static async Task<NewcomerApp> StartAsync(
        IEnumerable<(string Path, string Value)> settings,
        Action<WebApplicationBuilder> build,
        Action<WebApplication>? map = null,
        string environment = "Development")
    {
        var logs = new LogCollector();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = typeof(NewcomerApp).Assembly.GetName().Name,

            // The sample's settings lie beside the tests.
            ContentRootPath = Path.Combine(Repository.Root, "docs"),
            Args = [UnwatchedSettings.Argument, "--urls=http://127.0.0.1:0", UsualLevel],
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Path, (string?)setting.Value)));
        builder.Logging.ClearProviders().AddProvider(logs);
        build(builder);

        var app = new NewcomerApp(builder.Build(), logs);
        try
        {
            map?.Invoke(app._app);
            await app._app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>What keeps the program from starting, in its own words.</summary>
    public static async Task<string> FailToStartAsync(
        IEnumerable<(string Path, string Value)> settings,
        Action<WebApplicationBuilder> build,
        Action<WebApplication>? map = null,
        string environment = "Development")
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await StartAsync(settings, build, map, environment));
        return exception.Message;
    }

    /// <summary>The status and the body of the answer to <c>/me</c>.</summary>
    public async Task<(int Status, string Body)> AskAsync(
        string? authorization = null, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _app.Urls.Single() + "/me");
        foreach (var (name, value) in authorization is null ? headers : headers.Append(("Authorization", authorization)))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
