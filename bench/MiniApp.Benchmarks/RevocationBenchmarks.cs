using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MiniApp;
using MiniApp.AspNetCore;

namespace VkMiniApp.Benchmarks;

/// <summary>The look at the revocations that each request takes once its launch is verified.</summary>
[MemoryDiagnoser]
public class RevocationBenchmarks
{
    private static readonly DateTimeOffset Tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);

    private readonly VkLaunchParamsVerifier _verifier = new(Launch.AppId, Launch.Secret);
    private readonly MiniAppRevocations _none = WithBlocks(0);
    private readonly MiniAppRevocations _thousand = WithBlocks(1_000);
    private readonly MiniAppRevocations _many = WithBlocks(100_000);
    private readonly MiniAppRevocations _wide = WithBlocks(100_000);
    private readonly VkLaunchParams _launch;

    public RevocationBenchmarks()
    {
        _launch = _verifier.Verify(Launch.Token).LaunchParams!;
        _wide.RevokeAsync(MiniAppSubject.VkApp(1)).GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, Description = "Verify, base64(URL)")]
    public VkLaunchFailure Verify() => _verifier.Verify(Launch.Token).Failure;

    [Benchmark(Description = "nothing revoked")]
    public bool None() => Judge(_none);

    [Benchmark(Description = "1,000 users blocked")]
    public bool Thousand() => Judge(_thousand);

    [Benchmark(Description = "100,000 users blocked")]
    public bool HundredThousand() => Judge(_many);

    [Benchmark(Description = "100,000 users blocked, an app revoked")]
    public bool Wide() => Judge(_wide);

    private static MiniAppRevocations WithBlocks(int count)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddAuthentication().AddVkMiniApp(options => options.AddApp(Launch.AppId, Launch.Secret));
        var revocations = services.BuildServiceProvider().GetRequiredService<MiniAppRevocations>();
        for (var id = 1; id <= count; id++)
        {
            revocations.BlockAsync(MiniAppSubject.VkUser(id), Tomorrow).GetAwaiter().GetResult();
        }

        return revocations;
    }

    private bool Judge(MiniAppRevocations revocations) =>
        revocations.Judge(_launch) is null ? true : throw new InvalidOperationException("The launch was refused.");
}
