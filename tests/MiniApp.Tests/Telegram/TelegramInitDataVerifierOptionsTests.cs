using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>What a verifier can be made from. A mistake is told when it's made, by name, and without the token.</summary>
public class TelegramInitDataVerifierOptionsTests
{
    private static readonly Dictionary<string, Action<TelegramInitDataVerifierOptions>[]> Invalid = new(StringComparer.Ordinal)
    {
        [nameof(TelegramInitDataVerifierOptions.Environment)] =
            [options => options.Environment = (TelegramEnvironment)2, options => options.Environment = (TelegramEnvironment)(-1)],
        [nameof(TelegramInitDataVerifierOptions.PublicKey)] =
        [
            options => options.PublicKey = ReadOnlyMemory<byte>.Empty,
            options => options.PublicKey = Example.PublicKey.AsMemory(1),
            options => options.PublicKey = new byte[33],
            options => options.PublicKey = new byte[32],
            options => options.PublicKey = Enumerable.Repeat((byte)0xff, 32).ToArray(),
        ],
        [nameof(TelegramInitDataVerifierOptions.Ed25519)] =
        [
            options => options.AddBot(7).Ed25519 = null,
            options => (options.RequireBothProofs, options.Ed25519) = (true, null),
        ],
    };

    public static TheoryData<string> InvalidSettings => [.. Invalid.Keys];

    public static TheoryData<string> NoTokens =>
        ["", " ", "token", ":", "1:", ":token", "0:token", "-1:token", "+1:token", "1.0:token", "1 :token", " 1:token", "1:tok en", "1:token\n", "\u0661:token", "9223372036854775808:token", "bot1:token"];

    [Theory]
    [MemberData(nameof(InvalidSettings))]
    public void Setting_outside_its_range_is_refused_by_its_name_and_without_the_token(string setting) => Assert.All(Invalid[setting], change =>
    {
        var exception = Assert.Throws<ArgumentException>("options", () => Example.Verifier(change));

        Assert.StartsWith(setting + " must ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example-token", exception.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Setting_at_the_end_of_its_range_is_accepted()
    {
        Action<TelegramInitDataVerifierOptions>[] changes =
        [
            options => options.Environment = TelegramEnvironment.Test,
            options => options.PublicKey = null,
        ];

        Assert.All(changes, change => Assert.Equal(InitDataFailure.None, Example.Verdict(Example.InitData(), Example.Verifier(change))));
    }

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = new TelegramInitDataVerifierOptions();

        Assert.False(options.RequireBothProofs);
        Assert.Equal(TelegramEnvironment.Production, options.Environment);
        Assert.Null(options.PublicKey);
        Assert.Null(options.Ed25519);
    }

    [Fact]
    public void Verifier_of_no_bot_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>("options", () => new TelegramInitDataVerifier(new TelegramInitDataVerifierOptions()));

        Assert.StartsWith("No bot was added.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("options", () => new TelegramInitDataVerifier((TelegramInitDataVerifierOptions)null!));
    }

    [Fact]
    public void Bot_by_id_without_a_verifier_of_signatures_is_refused_with_the_package_that_has_one()
    {
        var options = new TelegramInitDataVerifierOptions().AddBot(Example.BotId);
        var exception = Assert.Throws<ArgumentException>("options", () => new TelegramInitDataVerifier(options));

        Assert.StartsWith(
            "Ed25519 must be set where a bot's id alone is known or both proofs are required: to new Ed25519Verifier() of the package " +
            "MiniApp.Ed25519, or to another implementation.",
            exception.Message,
            StringComparison.Ordinal);

        options.Ed25519 = new Ed25519Verifier();
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Example.InitData(), new(options)));
    }

    [Fact]
    public void Bot_by_token_needs_no_verifier_of_signatures()
    {
        var verifier = Example.Verifier(options => options.Ed25519 = null);

        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.Proved(), verifier));
    }

    [Fact]
    public void Public_key_is_judged_by_the_verifier_of_signatures_or_else_by_its_length()
    {
        byte[] noPoint = [2, .. new byte[31]];

        Assert.Throws<ArgumentException>("options", () => Example.Verifier(options => options.PublicKey = noPoint));
        Assert.NotNull(Example.Verifier(options => (options.PublicKey, options.Ed25519) = (noPoint, null)));
        Assert.Throws<ArgumentException>("options", () => Example.Verifier(options => (options.PublicKey, options.Ed25519) = (new byte[31], null)));
    }

    [Theory]
    [MemberData(nameof(NoTokens))]
    public void Text_that_is_no_token_is_refused_and_not_shown(string token)
    {
        ArgumentException[] exceptions =
        [
            Assert.Throws<ArgumentException>("botToken", () => new TelegramInitDataVerifier(token)),
            Assert.Throws<ArgumentException>("botToken", () => new TelegramInitDataVerifierOptions().AddBot(token)),
            Assert.Throws<ArgumentException>("olderTokens", () => new TelegramInitDataVerifierOptions().AddBot("1:good", token)),
            Assert.Throws<ArgumentException>("botToken", () => TelegramSecretKey.Derive(token)),
            Assert.Throws<ArgumentException>("botToken", () => new TelegramInitDataSigner(token)),
        ];

        Assert.All(exceptions, exception => Assert.StartsWith("A bot token is the bot's id, a colon and more, without white space.", exception.Message, StringComparison.Ordinal));
        Assert.All(exceptions, exception => Assert.DoesNotContain("good", exception.Message, StringComparison.Ordinal));
        Assert.All(exceptions, exception => Assert.True(token.Length < 3 || !exception.Message.Contains(token.Trim(), StringComparison.Ordinal) || token == "token"));
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        var options = new TelegramInitDataVerifierOptions();
        var key = TelegramSecretKey.Derive("1:a");

        Assert.Throws<ArgumentNullException>("botToken", () => options.AddBot((string)null!));
        Assert.Throws<ArgumentNullException>("olderTokens", () => options.AddBot("1:a", (string)null!));
        Assert.Throws<ArgumentNullException>("olderTokens", () => options.AddBot("1:a", (string[])null!));
        Assert.Throws<ArgumentNullException>("secretKey", () => options.AddBot(1, (TelegramSecretKey)null!));
        Assert.Throws<ArgumentNullException>("olderKeys", () => options.AddBot(1, key, (TelegramSecretKey)null!));
        Assert.Throws<ArgumentNullException>("olderKeys", () => options.AddBot(1, key, (TelegramSecretKey[])null!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Bot_id_must_be_above_0(long id)
    {
        Assert.Throws<ArgumentOutOfRangeException>("botId", () => new TelegramInitDataVerifierOptions().AddBot(id));
        Assert.Throws<ArgumentOutOfRangeException>("botId", () => new TelegramInitDataVerifierOptions().AddBot(id, TelegramSecretKey.Derive("1:a")));
        Assert.Throws<ArgumentOutOfRangeException>("botId", () => new TelegramInitDataSigner(id, Example.SigningKey));
        Assert.Throws<ArgumentOutOfRangeException>("botId", () => new TelegramInitDataSigner(id, TelegramSecretKey.Derive("1:a")));
    }

    [Fact]
    public void Older_token_of_another_bot_is_refused_and_not_shown()
    {
        var exception = Assert.Throws<ArgumentException>("olderTokens", () => new TelegramInitDataVerifier("1:new-one", "1:old-one", "2:other-one"));

        Assert.StartsWith("An older token is not of bot 1.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-one", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Token_may_be_changed_while_both_are_accepted()
    {
        TelegramInitDataVerifier[] verifiers =
        [
            new(Example.Options().AddBot("5:new", "5:old", "5:oldest")),
            new(Example.Options().AddBot(5, TelegramSecretKey.Derive("5:new"), TelegramSecretKey.Derive("5:old"), TelegramSecretKey.Derive("5:oldest"))),
        ];

        Assert.All(verifiers, verifier =>
        {
            Assert.All(["5:new", "5:old", "5:oldest"], token => Assert.Equal(5, verifier.Verify(ReferenceInitData.Sign(Example.Fields(), token)).InitData?.BotId));
            Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(ReferenceInitData.Sign(Example.Fields(), "5:newest"), verifier));
        });
    }

    [Fact]
    public void Bot_that_is_added_again_is_what_it_was_added_as_last()
    {
        var replaced = new TelegramInitDataVerifier(Example.Options().AddBot(Example.BotToken).AddBot("51000001:replaced"));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.InitData(), replaced));

        var byId = new TelegramInitDataVerifier(Example.Options().AddBot(Example.BotToken).AddBot(Example.BotId));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Example.InitData(), byId));
        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.Proved(), byId));
    }

    [Fact]
    public void Verifier_of_one_bot_has_the_defaults_and_the_systems_clock()
    {
        var verifier = new TelegramInitDataVerifier("5:new", "5:old");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

        Assert.Equal(InitDataFailure.None, Example.Verdict(ReferenceInitData.Sign(Example.Fields(("auth_date", $"{now}")), "5:new"), verifier));
        Assert.Equal(InitDataFailure.None, Example.Verdict(ReferenceInitData.Sign(Example.Fields(("auth_date", $"{now - 86_000}")), "5:old"), verifier));
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(ReferenceInitData.Sign(Example.Fields(("auth_date", $"{now - 87_000}")), "5:new"), verifier));
    }

    [Fact]
    public void Changing_the_options_later_does_not_change_the_verifier()
    {
        var publicKey = Example.PublicKey.ToArray();
        var options = Example.Options().AddBot(Example.BotToken);
        (options.RequireBothProofs, options.PublicKey) = (true, publicKey);
        var verifier = new TelegramInitDataVerifier(options);

        publicKey.AsSpan().Clear();
        options.AddBot("51000001:changed").AddBot(7);
        options.Lifetime = options.ClockSkew = TimeSpan.MaxValue;
        options.TimeProvider = new TestClock(0);
        options.MaxTokenLength = options.MaxParameters = 1;
        options.RequireBothProofs = false;

        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.Proved(), verifier));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Example.InitData(), verifier));
        Assert.Equal(InitDataFailure.Expired, Example.Verdict(Example.Proved(("auth_date", "1")), verifier));
    }

    [Fact]
    public void Curve_whose_library_is_missing_says_so_before_the_first_launch_and_only_where_it_is_needed()
    {
        var curve = new CurveWithoutLibrary();
        var byHash = new TelegramInitDataVerifierOptions { Ed25519 = curve }.AddBot("1:one");
        var bySignature = new TelegramInitDataVerifierOptions { Ed25519 = curve }.AddBot(1);
        var byBoth = new TelegramInitDataVerifierOptions { Ed25519 = curve, RequireBothProofs = true }.AddBot("1:one");

        Assert.Null(byHash.FindFault());
        Assert.Throws<DllNotFoundException>(bySignature.FindFault);
        Assert.Throws<DllNotFoundException>(byBoth.FindFault);
        Assert.Throws<DllNotFoundException>(() => new TelegramInitDataVerifier(bySignature));
        Assert.Throws<DllNotFoundException>(() => new TelegramThirdPartyVerifier(new TelegramThirdPartyVerifierOptions { Ed25519 = curve }));
    }

    private sealed class CurveWithoutLibrary : IEd25519Verifier
    {
        public bool IsValidKey(ReadOnlySpan<byte> publicKey) => throw new DllNotFoundException();

        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => throw new DllNotFoundException();
    }
}
