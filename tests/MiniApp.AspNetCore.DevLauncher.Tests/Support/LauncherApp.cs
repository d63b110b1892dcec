using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>
/// The back end of a mini app with a launcher at <c>/launcher</c>: <c>/me</c> for users who are signed in, <c>/open</c> for everyone. Its clock
/// stands at <see cref="Now"/>.
/// </summary>
/// <typeparam name="TPlatform">The platform.</typeparam>
internal sealed class LauncherApp<TPlatform> : IAsyncDisposable
    where TPlatform : ILauncherSubject
{
    public const long Now = 1_760_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;

    private LauncherApp(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public HttpClient Client { get; }

    /// <summary>What the application logs. Its launcher's line has the address with the secret.</summary>
    public LauncherLines Lines => _app.Services.GetRequiredService<LauncherLines>();

    /// <summary>The secret of this start, as a developer gets to know it.</summary>
    public string Secret => LauncherLines.Secret(Lines.Launchers.Single());

    public static Task<LauncherApp<TPlatform>> StartAsync(
        Action<MiniAppOptions>? configureScheme = null, Action<MiniAppLauncherOptions>? configureLauncher = null) =>
        StartAsync(Build(configureScheme), configureLauncher);

    public static async Task<LauncherApp<TPlatform>> StartAsync(WebApplication app, Action<MiniAppLauncherOptions>? configureLauncher = null)
    {
        TPlatform.Map(app, "/launcher", configureLauncher ?? (_ => { }));
        await app.StartAsync();
        return new LauncherApp<TPlatform>(app, CreateClient(app));
    }

    /// <summary>The same behind sockets.</summary>
    public static async Task<LauncherApp<TPlatform>> StartKestrelAsync(
        string address = "http://127.0.0.1:0", Action<MiniAppOptions>? configureScheme = null)
    {
        var app = Build(configureScheme, kestrel: true);
        app.Urls.Add(address);
        TPlatform.Map(app, "/launcher");
        await app.StartAsync();
        return new LauncherApp<TPlatform>(app, CreateClient(app));
    }

    /// <summary>A back end without a launcher.</summary>
    public static WebApplication Build(
        Action<MiniAppOptions>? configureScheme = null,
        string environment = "Development",
        Action<IServiceCollection>? configureServices = null,
        bool kestrel = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            Args = [UnwatchedSettings.Argument],
        });
        var lines = new LauncherLines();
        builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Warning); // as templates do
        builder.Services.AddSingleton(lines);
        builder.Services.AddSingleton<TimeProvider>(new TestClock(Now));
        builder.Services.AddAuthorization();
        TPlatform.AddScheme(builder.Services.AddAuthentication(), options => configureScheme?.Invoke(options));
        configureServices?.Invoke(builder.Services);
        if (!kestrel)
        {
            builder.WebHost.UseTestServer();
        }

        var app = builder.Build();
        app.MapGet("/me", (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)).RequireAuthorization();
        app.MapGet("/open", () => "open");
        return app;
    }

    /// <summary>A request as the launcher's own page makes it, with these headers changed; an empty one is taken out.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-MiniApp-Launcher", Secret);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            if (value.Length > 0)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Asks for the settings as the launcher's own page does, on a connection with these ends.</summary>
    public async Task<int> AskFromAsync(
        IPAddress? remote, IPAddress? local, string host = "localhost", params (string Name, string Value)[] headers)
    {
        var context = await _app.GetTestServer().SendAsync(context =>
        {
            context.Request.Path = "/launcher/settings";
            context.Request.Host = new HostString(host);
            context.Request.Headers["X-MiniApp-Launcher"] = Secret;
            Array.ForEach(headers, header => context.Request.Headers[header.Name] = header.Value);
            (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress) = (remote, local);
        });
        return context.Response.StatusCode;
    }

    /// <summary>The same with the body that the page sends there.</summary>
    public Task<HttpResponseMessage> AskAgainAsync(string method, string path, params (string Name, string Value)[] headers) =>
        AskAsync(new HttpMethod(method), path, Array.Find(TPlatform.Requests, request => request.Path == path).Json, headers);

    /// <summary>What an endpoint of the launcher answers to its page.</summary>
    public async Task<JsonElement> AnswerAsync(HttpMethod method, string path, string? json = null)
    {
        using var response = await AskAsync(method, path, json);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>The token of a launch, signed by the launcher.</summary>
    public async Task<string> SignAsync(string launch) => (await AnswerAsync(HttpMethod.Post, "/launcher/launch", launch)).GetProperty("token").GetString()!;

    public Task<JsonElement> AuthenticateAsync(string token) =>
        AnswerAsync(HttpMethod.Post, "/launcher/claims", $$"""{"token":{{JsonSerializer.Serialize(token)}}}""");

    /// <summary>Calls the back end as a mini app's page does.</summary>
    public async Task<HttpResponseMessage> CallAsync(string path, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Add("Authorization", $"{TPlatform.AuthScheme} {token}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Sends what no client would over a socket: the first lines of a request, each with its end.</summary>
    public async Task<string> SendAsync(string lines)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(lines + "Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        using var patience = new CancellationTokenSource(Patience);
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>The calls after one, as soon as there are that many: the server notes a call a moment after the client has its answer.</summary>
    public async Task<JsonElement[]> CallsAsync(int count, long after = 0)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (; ; )
        {
            JsonElement[] calls = [.. (await AnswerAsync(HttpMethod.Get, $"/launcher/calls?after={after}")).GetProperty("calls").EnumerateArray()];
            if (calls.Length >= count)
            {
                return calls;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static HttpClient CreateClient(WebApplication app) => app.Services.GetRequiredService<IServer>() is TestServer
        ? app.GetTestClient()
        : new HttpClient { BaseAddress = new Uri(app.Urls.Single().Replace("[::]", "localhost", StringComparison.Ordinal)) };
}
