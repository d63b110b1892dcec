using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A back end of all platforms with sessions, whose clock stands still, and a page that talks to it.</summary>
internal sealed class SessionApp : IAsyncDisposable
{
    public const string Binding = "binding-of-the-page-0";

    private readonly TestApp _app;
    private readonly HttpClient _client;

    private SessionApp(TestApp app, LogCollector logs) => (_app, _client, Logs) = (app, app.CreateClient(), logs);

    public LogCollector Logs { get; }

    public IServiceProvider Services => _app.Services;

    public TestApp App => _app;

    /// <summary>The lines of what sessions say.</summary>
    public IEnumerable<string> Said => Logs.Entries
        .Where(entry => entry.Category.StartsWith("MiniApp.AspNetCore.MiniAppSession", StringComparison.Ordinal) && entry.EventId.Id is >= 50 and < 60)
        .Select(entry => entry.EventId.Name!);

    /// <param name="configure">Further options of sessions.</param>
    /// <param name="build">Further services; a data protection provider among them is used.</param>
    /// <param name="map">Further routes.</param>
    /// <param name="defaultScheme">The application's own default scheme.</param>
    /// <param name="oneWord">Whether all platforms listen to the word <c>Bearer</c>.</param>
    public static async Task<SessionApp> StartAsync(
        Action<MiniAppSessionOptions>? configure = null,
        Action<WebApplicationBuilder>? build = null,
        Action<WebApplication>? map = null,
        string? defaultScheme = null,
        bool oneWord = false)
    {
        var logs = new LogCollector();
        return new(
            await TestApp.StartWithAsync(
                builder =>
                {
                    builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
                    builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                    var authentication = defaultScheme is null ? builder.Services.AddAuthentication() : builder.Services.AddAuthentication(defaultScheme);
                    authentication.AddMiniAppSessions(options => configure?.Invoke(options));
                    var clock = builder.Services.Single(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance as TimeProvider;
                    foreach (var platform in PlatformScheme.All)
                    {
                        platform.AddTo(authentication, options => options.TimeProvider = clock, acceptBearer: oneWord);
                    }

                    builder.Services.AddSingleton<ILaunchLedger>(new DictionaryLedger());
                    build?.Invoke(builder);
                },
                app =>
                {
                    app.MapMiniAppSessions("/session");
                    app.MapGet("/who", (ClaimsPrincipal user) => Describe(user)).RequireAuthorization();
                    app.MapGet("/by-launch", (ClaimsPrincipal user) => Describe(user)).RequireMiniAppLaunch();
                    app.MapGet("/by-session", (ClaimsPrincipal user) => Describe(user)).RequireMiniAppSession();
                    map?.Invoke(app);
                }),
            logs);
    }

    public void Advance(TimeSpan time) => _app.Clock.Advance(time);

    /// <summary>What an endpoint knows of its user: the name identifier, and what signed the user in.</summary>
    public static string Describe(ClaimsPrincipal user) =>
        $"{user.FindFirstValue(ClaimTypes.NameIdentifier)} by {(user.GetSession() is null ? user.GetLaunch() is null ? "nothing" : "launch" : "session")}";

    public async Task<SessionReply> SendAsync(
        HttpMethod method, string path, string? authorization = null, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (authorization is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await _client.SendAsync(request);
        return new SessionReply(
            (int)response.StatusCode,
            response.Headers.WwwAuthenticate.Count == 0 ? null : response.Headers.GetValues("WWW-Authenticate").Single(),
            await response.Content.ReadAsStringAsync(),
            response.Headers,
            response.Content.Headers);
    }

    public Task<SessionReply> GetAsync(string path, string? authorization = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, authorization, body: null, headers);

    /// <summary>Asks to exchange a launch.</summary>
    public Task<SessionReply> TryBeginAsync(string? authorization, string path = "/session", string? binding = Binding) =>
        SendAsync(HttpMethod.Post, path, authorization, body: null, binding is null ? [] : [("Launch-Binding", binding)]);

    /// <summary>Exchanges a launch of a platform.</summary>
    public async Task<SessionTokens> BeginAsync(PlatformScheme platform, long userId = 42) =>
        (await TryBeginAsync(platform.Header(platform.Good(userId)))).ReadTokens();

    public Task<SessionTokens> BeginAsync() => BeginAsync(PlatformScheme.All[0]);

    public Task<SessionReply> TryRefreshAsync(string? refreshToken) =>
        SendAsync(HttpMethod.Post, "/session/refresh", body: JsonContent.Create(new { refreshToken }));

    public async Task<SessionTokens> RefreshAsync(SessionTokens tokens) => (await TryRefreshAsync(tokens.RefreshToken)).ReadTokens();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Logs.Dispose();
    }
}
