using BenchmarkDotNet.Attributes;
using MiniApp;
using TelegramMiniApp;

namespace VkMiniApp.Benchmarks;

/// <summary>Telegram's own signature: the Ed25519 of MiniApp.Ed25519 against OpenSSL's over the same bytes.</summary>
[MemoryDiagnoser]
public class Ed25519Benchmarks
{
    private readonly OpenSslPublicKey _openSsl = OpenSslPublicKey.Of(TelegramOpening.PublicKey);

    private readonly Ed25519Verifier _ours = new();
    private readonly TelegramInitDataVerifier _verifier;

    private int _turn;

    public Ed25519Benchmarks() => _verifier = new TelegramInitDataVerifier(
        new TelegramInitDataVerifierOptions { PublicKey = TelegramOpening.PublicKey, Ed25519 = _ours }.AddBot(TelegramOpening.BotId));

    [Benchmark(Baseline = true, Description = "Ed25519 of OpenSSL")]
    public bool OpenSsl() => Valid(_openSsl.Verify(TelegramOpening.SignedText, TelegramOpening.Signature));

    [Benchmark(Description = "Ed25519 of MiniApp.Ed25519")]
    public bool Ours() => Valid(_ours.Verify(TelegramOpening.PublicKey, TelegramOpening.SignedText, TelegramOpening.Signature));

    [Benchmark(Description = "Ed25519 of MiniApp.Ed25519, a key that it does not know")]
    public bool UnknownKey()
    {
        var key = TelegramOpening.OtherPublicKeys[_turn++ % TelegramOpening.OtherPublicKeys.Length];
        return Valid(!_ours.Verify(key, TelegramOpening.SignedText, TelegramOpening.Signature));
    }

    [Benchmark(Description = "TelegramInitDataVerifier.Check, by signature")]
    public bool Check() => Valid(_verifier.Check(TelegramOpening.InitData) == InitDataFailure.None);

    private static bool Valid(bool isValid) => isValid ? isValid : throw new InvalidOperationException("The wrong verdict.");
}
