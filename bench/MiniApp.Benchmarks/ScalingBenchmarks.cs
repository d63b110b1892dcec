using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace VkMiniApp.Benchmarks;

/// <summary>The same work on one thread and on two: with nothing shared, two take half the time per verification.</summary>
[MemoryDiagnoser]
public class ScalingBenchmarks
{
    private const int Count = 200_000;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(Launch.Secret);
    private readonly VkLaunchParamsVerifier _verifier = new(Launch.AppId, Launch.Secret);

    [Benchmark(Baseline = true, Description = "Check, one thread", OperationsPerInvoke = Count)]
    public void CheckOnOne() => Check(Count);

    [Benchmark(Description = "Check, two threads", OperationsPerInvoke = Count)]
    public void CheckOnTwo() => TwoThreads.Run(Check, Count);

    [Benchmark(Description = "HMACSHA256.HashData, one thread", OperationsPerInvoke = Count)]
    public void OneHmacOnOne() => OneHmac(Count);

    [Benchmark(Description = "HMACSHA256.HashData, two threads", OperationsPerInvoke = Count)]
    public void OneHmacOnTwo() => TwoThreads.Run(OneHmac, Count);

    internal void Check(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_verifier.Check(Launch.Token) != VkLaunchFailure.None)
            {
                throw new InvalidOperationException("Refused.");
            }
        }
    }

    internal void OneHmac(int count)
    {
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var i = 0; i < count; i++)
        {
            HMACSHA256.HashData(_key, Launch.Canonical, code);
        }
    }
}
