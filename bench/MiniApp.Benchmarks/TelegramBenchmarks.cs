using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MiniApp;
using TelegramMiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>A whole verification of Telegram's init data by <c>hash</c> against one HMAC over the same bytes.</summary>
[MemoryDiagnoser]
public class TelegramBenchmarks
{
    private readonly byte[] _key = TelegramSecretKey.Derive(TelegramOpening.BotToken).ToArray();
    private readonly byte[] _code = new byte[HMACSHA256.HashSizeInBytes];
    private readonly TelegramInitDataVerifier _verifier = new(TelegramOpening.BotToken);

    private readonly TelegramInitData _opening = new TelegramInitDataVerifier(TelegramOpening.BotToken).Verify(TelegramOpening.InitData).InitData!;

    [Benchmark(Baseline = true, Description = "HMACSHA256.HashData, Telegram's check string")]
    public int OneHmac() => HMACSHA256.HashData(_key, TelegramOpening.HashedText, _code);

    [Benchmark(Description = "TelegramInitDataVerifier.Check, by hash")]
    public InitDataFailure Check()
    {
        var failure = _verifier.Check(TelegramOpening.InitData);
        return failure == InitDataFailure.None ? failure : throw new InvalidOperationException($"Refused: {failure}.");
    }

    [Benchmark(Description = "TelegramInitDataVerifier.Verify, by hash, typed fields read")]
    public long VerifyAndRead()
    {
        var opening = _verifier.Verify(TelegramOpening.InitData).InitData!;
        var user = opening.User;

        return opening.BotId + opening.AuthDate.Ticks + opening.ChatType!.Value.Value.Length + opening.ChatInstance!.Length
            + opening.StartParam!.Length + user.Id + user.FirstName.Length + user.LastName!.Length + user.Username!.Length
            + user.LanguageCode!.Length + user.PhotoUrl!.Length + (user.IsPremium && user.AllowsWriteToPm ? 1 : 0);
    }

    [Benchmark(Description = "LaunchId of Telegram's init data that was verified")]
    public LaunchId LaunchId() => _opening.LaunchId!.Value;
}
