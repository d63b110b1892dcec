using System.Buffers.Binary;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MiniApp;
using MiniApp.AspNetCore;

namespace VkMiniApp.Benchmarks;

/// <summary>What it costs to remember in the process that a launch was used: against the verification that comes before.</summary>
[MemoryDiagnoser]
public class LedgerBenchmarks
{
    private static readonly MiniAppSubject App = MiniAppSubject.VkApp(Launch.AppId);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly VerificationBenchmarks _verification = new();
    private readonly PacedClock _clock = new(TimeSpan.FromMilliseconds(18));
    private readonly ILaunchLedger _ledger;
    private readonly Guid _known = Guid.NewGuid();
    private ulong _keys;

    public LedgerBenchmarks() => _ledger = Create(_clock);

    [Benchmark(Baseline = true, Description = "Check, base64(URL)")]
    public VkLaunchFailure Check() => _verification.Check();

    [Benchmark(Description = "a first claim among 200,000 an hour")]
    public LedgerOutcome First() => Claim(NextKey(), mark: 0, LedgerOutcome.First);

    [Benchmark(Description = "a first use: the ids of launch and binding, and the claim")]
    public LedgerOutcome FirstUse()
    {
        Span<byte> proof = stackalloc byte[24];
        NextKey().TryWriteBytes(proof);
        var key = LaunchId.Create(App, proof).ToGuid();
        return Claim(key, Mark(key), LedgerOutcome.First);
    }

    [Benchmark(Description = "a repeated claim")]
    public LedgerAnswer Again() => Complete(_ledger.ClaimAsync(new(_known, 0, DateTimeOffset.MaxValue)));

    /// <summary>The most bytes that a launch takes, whatever their number is.</summary>
    public static double MeasureBytes()
    {
        var (clock, random, claimed, most) = (new PacedClock(TimeSpan.Zero), new Random(5), 0, 0.0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ledger = Create(clock);
        Span<byte> key = stackalloc byte[16];
        for (double count = 20_000; count < 500_000; count *= 1.05)
        {
            for (; claimed < count; claimed++)
            {
                random.NextBytes(key);
                Complete(ledger.ClaimAsync(new(new Guid(key), claimed, clock.GetUtcNow() + Lifetime)));
            }

            most = Math.Max(most, (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / claimed);
        }

        GC.KeepAlive(ledger);
        return most;
    }

    private static ILaunchLedger Create(TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddAuthentication().AddVkMiniApp(options => options.AddApp(Launch.AppId, Launch.Secret));
        return services.BuildServiceProvider().GetRequiredService<ILaunchLedger>();
    }

    /// <summary>What the ledger is given of a binding, worked out as for a request.</summary>
    private static long Mark(Guid key)
    {
        Span<byte> text = stackalloc byte[16 + 22];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        key.TryWriteBytes(text, bigEndian: true, out _);
        "the-binding-of-a-page-"u8.CopyTo(text[16..]);
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>The ledger in the process waits for nothing.</summary>
    private static LedgerAnswer Complete(ValueTask<LedgerAnswer> claim) =>
        claim.IsCompletedSuccessfully ? claim.Result : throw new InvalidOperationException("It waits.");

    private LedgerOutcome Claim(Guid key, long mark, LedgerOutcome expected)
    {
        var answer = Complete(_ledger.ClaimAsync(new(key, mark, _clock.GetUtcNow() + Lifetime)));
        return answer.Outcome == expected ? expected : throw new InvalidOperationException($"{answer.Outcome}");
    }

    /// <summary>As good as random, and never the same.</summary>
    private Guid NextKey()
    {
        Span<byte> key = stackalloc byte[16];
        var mixed = ++_keys * 0x9E37_79B9_7F4A_7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        BinaryPrimitives.WriteUInt64LittleEndian(key, mixed);
        BinaryPrimitives.WriteUInt64LittleEndian(key[8..], _keys);
        return new Guid(key);
    }
}
