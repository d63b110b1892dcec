using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TestSupport;

/// <summary>
/// A host like an application's: <c>/me</c> for users who are signed in, <c>/staff</c> for nobody, <c>/open</c> for everyone. Its
/// clock stands at <see cref="Now"/>.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    public const long Now = 1_760_000_000;

    private readonly WebApplication _app;

    private TestApp(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public TestClock Clock => (TestClock)Services.GetRequiredService<TimeProvider>();

    public HttpClient CreateClient() => _app.GetTestClient();

    /// <summary>Starts a host with the schemes and the further services and routes of the test.</summary>
    public static async Task<TestApp> StartWithAsync(Action<WebApplicationBuilder> build, Action<WebApplication>? map = null)
    {
        var app = new TestApp(Build(build, map));
        try
        {
            await app._app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a host as its developer does, whose log tells what may be wrong.</summary>
    public static Task<TestApp> StartInDevelopmentAsync(LogCollector logs, Action<AuthenticationBuilder> addScheme) => StartWithAsync(builder =>
    {
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(logs);
        addScheme(builder.Services.AddAuthentication());
    });

    public static WebApplication Build(Action<WebApplicationBuilder> build, Action<WebApplication>? map = null, bool kestrel = false)
    {
        var builder = WebApplication.CreateSlimBuilder([UnwatchedSettings.Argument]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new TestClock(Now));
        builder.Services.AddAuthorization();
        if (!kestrel)
        {
            builder.WebHost.UseTestServer();
        }

        build(builder);
        var app = builder.Build();
        app.MapGet("/me", (ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)).RequireAuthorization();
        app.MapGet("/staff", () => "never").RequireAuthorization(policy => policy.RequireClaim("staff"));
        app.MapGet("/open", () => "open");
        app.MapGet("/authenticate/{scheme?}", async (HttpContext context, string? scheme) =>
        {
            context.Features.GetRequiredFeature<StrongBox<AuthenticateResult>>().Value = await context.AuthenticateAsync(scheme);
        });
        map?.Invoke(app);
        return app;
    }

    public Task<Reply> GetAsync(string path, params string[] authorization) =>
        GetAsync(path, context => context.Request.Headers.Authorization = authorization);

    /// <summary>Sends a request past <see cref="HttpClient"/>, which would refuse the header values that matter most here.</summary>
    public async Task<Reply> GetAsync(string path, Action<HttpContext> request)
    {
        var context = await SendAsync(path, request);
        using var body = new StreamReader(context.Response.Body);

        var challenges = context.Response.Headers.WWWAuthenticate.OfType<string>();
        return new Reply(context.Response.StatusCode, [.. challenges], await body.ReadToEndAsync());
    }

    /// <summary>What the scheme, or the default one, makes of a request with these <c>Authorization</c> headers.</summary>
    public Task<AuthenticateResult> AuthenticateAsync(params string[] authorization) => AuthenticateBySchemeAsync(null, authorization);

    public async Task<AuthenticateResult> AuthenticateBySchemeAsync(string? scheme, params string[] authorization)
    {
        var result = new StrongBox<AuthenticateResult>();
        await SendAsync($"/authenticate/{scheme}", context =>
        {
            context.Request.Headers.Authorization = authorization;
            context.Features.Set(result);
        });

        return result.Value!;
    }

    /// <summary>The user whom this <c>Authorization</c> header signs in.</summary>
    public async Task<ClaimsPrincipal> SignInByHeaderAsync(string authorization)
    {
        var result = await AuthenticateAsync(authorization);
        Assert.True(result.Succeeded, result.Failure?.Message);
        return result.Principal;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task<HttpContext> SendAsync(string path, Action<HttpContext> request) => _app.GetTestServer().SendAsync(context =>
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        request(context);
    });
}
