using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using MaxMiniApp;
using MiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>A whole verification of MAX's init data against one HMAC over the same bytes.</summary>
[MemoryDiagnoser]
public class MaxBenchmarks
{
    private readonly byte[] _key = HMACSHA256.HashData("WebAppData"u8, Encoding.ASCII.GetBytes(MaxOpening.BotToken));
    private readonly byte[] _code = new byte[HMACSHA256.HashSizeInBytes];
    private readonly MaxInitDataVerifier _verifier = new(MaxOpening.BotToken);

    private readonly MaxInitData _opening = new MaxInitDataVerifier(MaxOpening.BotToken).Verify(MaxOpening.InitData).InitData!;

    [Benchmark(Baseline = true, Description = "HMACSHA256.HashData, MAX's check string")]
    public int OneHmac() => HMACSHA256.HashData(_key, MaxOpening.HashedText, _code);

    [Benchmark(Description = "MaxInitDataVerifier.Check")]
    public InitDataFailure Check()
    {
        var failure = _verifier.Check(MaxOpening.InitData);
        return failure == InitDataFailure.None ? failure : throw new InvalidOperationException($"Refused: {failure}.");
    }

    [Benchmark(Description = "MaxInitDataVerifier.Verify, typed fields read")]
    public long VerifyAndRead()
    {
        var opening = _verifier.Verify(MaxOpening.InitData).InitData!;
        var (user, chat) = (opening.User, opening.Chat!);

        return opening.AuthDate.Ticks + opening.StartParam!.Length + opening.QueryId!.Length + opening.Ip!.Length
            + chat.Id + chat.Type.Value.Length + user.Id + user.FirstName.Length + user.LastName!.Length + user.Username!.Length
            + user.LanguageCode!.Length + user.PhotoUrl!.Length;
    }

    [Benchmark(Description = "LaunchId of MAX's init data that was verified")]
    public LaunchId LaunchId() => _opening.LaunchId!.Value;
}
