using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>A verifier whose bot, environment and lifetime come with each call.</summary>
public class TelegramThirdPartyVerifierTests
{
    private static readonly TelegramThirdPartyVerifier Verifier = New();

    [Fact]
    public void Bot_of_the_call_is_the_one_that_has_to_be_proved()
    {
        var token = Example.Proved();
        var result = Verifier.Verify(token, Example.BotId);

        Assert.True(result.Succeeded, $"{result.Failure}");
        Assert.Equal(Example.BotId, result.InitData.BotId);
        Assert.Equal(494075, result.InitData.User.Id);
        Assert.NotNull(result.InitData.LaunchId);
        Assert.Equal(InitDataFailure.InvalidProof, Verifier.Verify(token, Example.BotId + 1).Failure);
    }

    [Fact]
    public void Verdict_is_that_of_a_verifier_that_knows_the_bots_id()
    {
        var known = Example.ThirdParty();
        string?[] tokens =
        [
            null, "", "%", "auth_date=1&x=1", Example.InitData(), Example.Proved(), Example.Proved().With("494075", "494076"),
            Example.Proved(("user", null)), Example.Proved(("auth_date", "1")), Example.Proved(("auth_date", "1900000000")),
            Example.ToBase64(Example.Proved()), "#tgWebAppData=" + Uri.EscapeDataString(Example.Proved()), Example.Proved() + "&tgWebAppVersion=9.1",
        ];

        Assert.All(tokens, token => Assert.Equal(known.Verify(token).Failure, Verifier.Verify(token, Example.BotId).Failure));
    }

    [Fact]
    public void Environment_of_the_call_names_the_key_and_the_users()
    {
        var telegrams = New(options => options.PublicKey = null);
        var ours = Verifier.Verify(Example.Proved(), Example.BotId, TelegramEnvironment.Test);

        Assert.Equal("telegram-test:494075", ours.InitData?.Subject.ToString());
        Assert.Equal(TelegramEnvironment.Test, ours.InitData?.Environment);
        Assert.Equal("telegram:494075", Verifier.Verify(Example.Proved(), Example.BotId).InitData?.Subject.ToString());
        Assert.Equal(InitDataFailure.InvalidProof, telegrams.Verify(Example.Proved(), Example.BotId).Failure);
        Assert.Equal(InitDataFailure.InvalidProof, telegrams.Verify(Example.Proved(), Example.BotId, TelegramEnvironment.Test).Failure);
    }

    [Fact]
    public void Signature_under_the_key_of_an_environment_is_looked_at_by_that_key()
    {
        var asked = new List<string>();
        var verifier = New(options =>
        {
            options.PublicKey = null;
            options.Ed25519 = new RecordingVerifier(asked);
        });

        verifier.Verify(Example.Proved(), Example.BotId);
        verifier.Verify(Example.Proved(), Example.BotId, TelegramEnvironment.Test);
        Assert.Equal(
            ["e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d", "40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec"],
            asked);
    }

    [Fact]
    public void Lifetime_of_the_call_takes_the_place_of_the_options()
    {
        var token = Example.Proved(("auth_date", $"{Example.Now - 10}"));

        Assert.Equal(InitDataFailure.None, Verifier.Verify(token, Example.BotId, lifetime: TimeSpan.FromSeconds(10)).Failure);
        Assert.Equal(InitDataFailure.Expired, Verifier.Verify(token, Example.BotId, lifetime: TimeSpan.FromSeconds(9.9)).Failure);
        Assert.Equal(
            InitDataFailure.None, Verifier.Verify(Example.Proved(("auth_date", "0")), Example.BotId, lifetime: TimeSpan.MaxValue).Failure);
    }

    [Fact]
    public void Call_that_names_nothing_real_is_a_fault_of_the_program()
    {
        Assert.Throws<ArgumentOutOfRangeException>("botId", () => Verifier.Verify("", 0));
        Assert.Throws<ArgumentOutOfRangeException>("environment", () => Verifier.Verify("", 1, (TelegramEnvironment)2));
        Assert.Throws<ArgumentOutOfRangeException>("environment", () => Verifier.Verify("", 1, (TelegramEnvironment)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("lifetime", () => Verifier.Verify("", 1, lifetime: TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Faults_of_the_options_are_named()
    {
        var options = new TelegramThirdPartyVerifierOptions();

        Assert.StartsWith("Ed25519 must be set", options.FindFault(), StringComparison.Ordinal);
        options.Ed25519 = new Ed25519Verifier();
        Assert.Null(options.FindFault());
        options.PublicKey = new byte[31];
        Assert.StartsWith("PublicKey must ", options.FindFault(), StringComparison.Ordinal);
        options.Lifetime = TimeSpan.FromTicks(-1);
        Assert.StartsWith("Lifetime must ", options.FindFault(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("options", () => new TelegramThirdPartyVerifier(options));
        Assert.Throws<ArgumentNullException>("options", () => new TelegramThirdPartyVerifier(null!));
    }

    private static TelegramThirdPartyVerifier New(Action<TelegramThirdPartyVerifierOptions>? change = null)
    {
        var options = new TelegramThirdPartyVerifierOptions
        {
            TimeProvider = new TestClock(Example.Now),
            PublicKey = Example.PublicKey,
            Ed25519 = new Ed25519Verifier(),
        };
        change?.Invoke(options);
        return new TelegramThirdPartyVerifier(options);
    }

    private sealed class RecordingVerifier(List<string> asked) : IEd25519Verifier
    {
        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
        {
            asked.Add(Convert.ToHexStringLower(publicKey));
            return false;
        }
    }
}
