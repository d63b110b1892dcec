using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MiniApp;
using MiniApp.AspNetCore;

namespace VkMiniApp.Benchmarks;

/// <summary>A request through routing, authentication and authorization, without a server: bare, with a launch, with a session; and an exchange.</summary>
[MemoryDiagnoser]
public class SessionBenchmarks
{
    private readonly Pipeline _quiet = new();
    private readonly Pipeline _revoking = new();
    private string _launch = "";
    private string _session = "";
    private string _revokingSession = "";
    private long _exchanges;

    [GlobalSetup]
    public void Setup()
    {
        _launch = "Bearer " + Launch.Token;
        _session = _quiet.BeginAsync(_launch).GetAwaiter().GetResult();
        _revokingSession = _revoking.BeginAsync(_launch).GetAwaiter().GetResult();
        var revocations = _revoking.Services.GetRequiredService<MiniAppRevocations>();
        for (var user = 1; user <= 10_000; user++)
        {
            revocations.RevokeAsync(MiniAppSubject.VkUser(user)).GetAwaiter().GetResult();
        }
    }

    [Benchmark(Baseline = true, Description = "a request that nobody signs")]
    public Task<int> Bare() => _quiet.SendAsync("GET", "/open", authorization: null);

    [Benchmark(Description = "a request with a launch")]
    public Task<int> WithLaunch() => _quiet.SendAsync("GET", "/me", _launch);

    [Benchmark(Description = "a request with a session")]
    public Task<int> WithSession() => _quiet.SendAsync("GET", "/me", _session);

    [Benchmark(Description = "a request with a launch, 10,000 users revoked")]
    public Task<int> WithLaunchAndRevocations() => _revoking.SendAsync("GET", "/me", _launch);

    [Benchmark(Description = "a request with a session, 10,000 users revoked")]
    public Task<int> WithSessionAndRevocations() => _revoking.SendAsync("GET", "/me", _revokingSession);

    /// <summary>Each launch is another, as in life: the ledger keeps them all.</summary>
    [Benchmark(Description = "an exchange of a new launch, with its signing")]
    public Task<int> Exchange() => _quiet.SendAsync("POST", "/session", Next());

    [Benchmark(Description = "a launch's signing alone")]
    public string Next() =>
        "Bearer " + new VkLaunchParamsSigner(Launch.AppId, Launch.Secret).SignToken(new VkLaunchParamsDescriptor { UserId = ++_exchanges });

    /// <summary>An application without a server.</summary>
    private sealed class Pipeline
    {
        private readonly RequestDelegate _pipeline;

        public Pipeline()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            builder.Services.Configure<LaunchLedgerOptions>(options =>
                (options.AcceptLaunchesFromBeforeStart, options.Capacity) = (true, 100_000_000));
            builder.Services.AddAuthentication()
                .AddVkMiniApp(options =>
                {
                    options.AddApp(Launch.AppId, Launch.Secret);
                    options.Lifetime = TimeSpan.FromDays(36500);
                })
                .AddMiniAppSessions(options => options.MaxLifetime = TimeSpan.FromDays(3650));
            var app = builder.Build();
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapMiniAppSessions("/session");
            app.MapGet("/open", (RequestDelegate)(_ => Task.CompletedTask));
            app.MapGet("/me", (RequestDelegate)(_ => Task.CompletedTask)).RequireAuthorization();
            ((IApplicationBuilder)app).UseEndpoints(_ => { });
            _pipeline = ((IApplicationBuilder)app).Build();
            Services = app.Services;
        }

        public IServiceProvider Services { get; }

        public async Task<int> SendAsync(string method, string path, string? authorization)
        {
            await using var scope = Services.CreateAsyncScope();
            var context = Make(scope.ServiceProvider, method, path, authorization);
            await _pipeline(context);
            return context.Response.StatusCode == 200 ? 200
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {context.Response.StatusCode}"));
        }

        public async Task<string> BeginAsync(string launch)
        {
            await using var scope = Services.CreateAsyncScope();
            using var body = new MemoryStream();
            var context = Make(scope.ServiceProvider, "POST", "/session", launch);
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
            await _pipeline(context);
            await context.Response.CompleteAsync();
            using var json = JsonDocument.Parse(body.ToArray());
            return "Bearer " + json.RootElement.GetProperty("accessToken").GetString();
        }

        private static DefaultHttpContext Make(IServiceProvider services, string method, string path, string? authorization)
        {
            var context = new DefaultHttpContext { RequestServices = services };
            (context.Request.Method, context.Request.Path) = (method, path);
            if (authorization is not null)
            {
                context.Request.Headers.Authorization = authorization;
                context.Request.Headers["Launch-Binding"] = "0123456789abcdef";
            }

            return context;
        }
    }
}
