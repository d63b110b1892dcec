using MiniApp;
using static TelegramMiniApp.AspNetCore.Tests.TelegramLaunch;

namespace TelegramMiniApp.AspNetCore.Tests;

/// <summary>The two proofs, and with which key and by whom Telegram's own is checked.</summary>
public class ProofTests
{
    private static readonly Ed25519SigningKey StolenKey = new(new byte[32]);

    [Fact]
    public async Task Both_proofs_can_be_demanded()
    {
        await using var app = await StartAsync(DemandBoth);

        Assert.Equal(InitDataFailure.None, await VerdictAsync(app, Proved()));
        Assert.Equal(InitDataFailure.MissingProof, await VerdictAsync(app, Hashed()));
        Assert.Equal(InitDataFailure.MissingProof, await VerdictAsync(app, Signed()));
    }

    [Fact]
    public async Task One_right_proof_does_not_make_up_for_the_other()
    {
        await using var app = await StartAsync(DemandBoth);
        var otherHash = Proved(TelegramPlatform.OlderBotToken);
        var signature = Signed(key: StolenKey).Split("signature=")[1].Split('&')[0];
        var otherSignature = Hashed(opening: new()
        {
            User = new TelegramUser { Id = 42 },
            Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["signature"] = signature },
        });

        Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(app, otherHash));
        Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(app, otherSignature));
    }

    [Fact]
    public async Task Signature_is_checked_with_the_key_of_the_options()
    {
        await using var own = await StartAsync(options => options.BotId = BotId);
        await using var stolen = await StartAsync(options =>
            (options.BotId, options.PublicKey) = (BotId, StolenKey.PublicKey));

        Assert.Equal(InitDataFailure.None, await VerdictAsync(own, Signed()));
        Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(own, Signed(key: StolenKey)));
        Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(stolen, Signed()));
        Assert.Equal(InitDataFailure.None, await VerdictAsync(stolen, Signed(key: StolenKey)));
    }

    [Theory]
    [InlineData(TelegramEnvironment.Production, "E7BF03A2FA4602AF4580703D88DDA5BB59F32ED8B02A56C187FE7D34CAED242D")]
    [InlineData(TelegramEnvironment.Test, "40055058A4EE38156A06562E52EECE92A771BCD8346A8C4615CB7376EDDF72EC")]
    public async Task Without_a_key_of_the_options_it_is_Telegrams_of_the_environment(TelegramEnvironment environment, string key)
    {
        var curve = new RecordingVerifier(answer: true);
        await using var recording = await StartAsync(options =>
            (options.BotId, options.PublicKey, options.Environment, options.Ed25519) = (BotId, null, environment, curve));
        await using var real = await StartAsync(options =>
            (options.BotId, options.PublicKey, options.Environment) = (BotId, null, environment));

        Assert.Equal(InitDataFailure.None, await VerdictAsync(recording, Signed()));
        Assert.Equal([key], curve.Keys);
        Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(real, Signed()));
    }

    [Fact]
    public async Task Verdict_of_another_implementation_of_Ed25519_is_taken()
    {
        var curve = new RecordingVerifier(answer: false);
        await using var app = await StartAsync(options => (options.BotId, options.Ed25519) = (BotId, curve));

        Assert.Equal(InitDataFailure.InvalidProof, await VerdictAsync(app, Signed()));
        Assert.Equal([Convert.ToHexString(PublicKey.Span)], curve.Keys);
    }

    [Fact]
    public async Task Signature_is_not_looked_at_where_the_hash_is_enough()
    {
        var curve = new RecordingVerifier(answer: false);
        await using var app = await StartAsync(options => (options.BotToken, options.Ed25519) = (TelegramPlatform.BotToken, curve));

        Assert.Equal(InitDataFailure.None, await VerdictAsync(app, Proved()));
        Assert.Empty(curve.Keys);
    }

    private static void DemandBoth(TelegramMiniAppOptions options) =>
        (options.BotToken, options.RequireBothProofs) = (TelegramPlatform.BotToken, true);

    private sealed class RecordingVerifier(bool answer) : IEd25519Verifier
    {
        public List<string> Keys { get; } = [];

        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
        {
            Keys.Add(Convert.ToHexString(publicKey));
            return answer;
        }
    }
}
