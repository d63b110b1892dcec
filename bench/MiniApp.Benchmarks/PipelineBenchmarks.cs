using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace VkMiniApp.Benchmarks;

/// <summary>A whole request in process, behind a server that is none: what a way to sign in costs an application, beside others.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly Dictionary<string, (FakeServer Server, (string, string) Header)> _apps =
        SignIn.All.ToDictionary(signIn => signIn.Scheme, signIn => Start(signIn), StringComparer.Ordinal);

    private readonly FakeServer _without = Start(SignIn.Ready).Server;
    private readonly FakeServer _with = Start(SignIn.Ready, SignIn.ByLaunch.Add).Server;

    [Benchmark(Baseline = true, Description = "a user who is ready")]
    public Task<int> Ready() => Send(SignIn.Ready.Scheme);

    [Benchmark(Description = "AddVkMiniApp, in the pipeline")]
    public Task<int> ByLaunch() => Send(SignIn.ByLaunch.Scheme);

    [Benchmark(Description = "AddJwtBearer, HS256, in the pipeline")]
    public Task<int> ByJwt() => Send(SignIn.ByJwt.Scheme);

    [Benchmark(Description = "AddBearerToken, in the pipeline")]
    public Task<int> ByBearerToken() => Send(SignIn.ByBearerToken.Scheme);

    [Benchmark(Description = "AddCookie, in the pipeline")]
    public Task<int> ByCookie() => Send(SignIn.ByCookie.Scheme);

    [Benchmark(Description = "a request that uses nothing of ours, AddVkMiniApp not called")]
    public Task<int> WithoutScheme() => _without.GetAsync(SignInApp.Open, header: null);

    [Benchmark(Description = "a request that uses nothing of ours, AddVkMiniApp called")]
    public Task<int> WithScheme() => _with.GetAsync(SignInApp.Open, header: null);

    private static (FakeServer Server, (string Name, string Value) Header) Start(SignIn signIn, Action<AuthenticationBuilder>? add = null)
    {
        var server = new FakeServer();
        var app = SignInApp.Build(signIn, (builder, authentication) =>
        {
            builder.Services.AddSingleton<IServer>(server);
            add?.Invoke(authentication);
        });
        app.StartAsync().GetAwaiter().GetResult();
        return (server, signIn.Header(app.Services));
    }

    private Task<int> Send(string scheme)
    {
        var (server, header) = _apps[scheme];
        return server.GetAsync(SignInApp.Guarded, header);
    }
}
