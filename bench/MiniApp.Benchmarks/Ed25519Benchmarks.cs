using BenchmarkDotNet.Attributes;
using MiniApp;
using TelegramMiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>Telegram's own signature: the library's Ed25519 against OpenSSL's over the same bytes.</summary>
[MemoryDiagnoser]
public class Ed25519Benchmarks
{
    private readonly OpenSslPublicKey _openSsl = OpenSslPublicKey.Of(TelegramOpening.PublicKey);

    // The options hold the library's own unless they are told otherwise.
    private readonly IEd25519Verifier _ours = new TelegramInitDataVerifierOptions().Ed25519;

    private readonly TelegramInitDataVerifier _verifier =
        new(new TelegramInitDataVerifierOptions { PublicKey = TelegramOpening.PublicKey }.AddBot(TelegramOpening.BotId));

    private int _turn;

    [Benchmark(Baseline = true, Description = "Ed25519 of OpenSSL")]
    public bool OpenSsl() => Valid(_openSsl.Verify(TelegramOpening.SignedText, TelegramOpening.Signature));

    [Benchmark(Description = "Ed25519 of the library")]
    public bool Ours() => Valid(_ours.Verify(TelegramOpening.PublicKey, TelegramOpening.SignedText, TelegramOpening.Signature));

    [Benchmark(Description = "Ed25519 of the library, a key that it has no table of")]
    public bool UnknownKey()
    {
        var key = TelegramOpening.OtherPublicKeys[_turn++ % TelegramOpening.OtherPublicKeys.Length];
        return Valid(!_ours.Verify(key, TelegramOpening.SignedText, TelegramOpening.Signature));
    }

    [Benchmark(Description = "TelegramInitDataVerifier.Check, by signature")]
    public bool Check() => Valid(_verifier.Check(TelegramOpening.InitData) == InitDataFailure.None);

    private static bool Valid(bool isValid) => isValid ? isValid : throw new InvalidOperationException("The wrong verdict.");
}
