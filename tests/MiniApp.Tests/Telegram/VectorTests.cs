using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>Every case of the vector file, under each of the three demands, through every entry point.</summary>
public class VectorTests
{
    /// <summary>An hour after the moment that nearly all vectors were made at.</summary>
    private const long Now = 1771253021 + 3600;

    private static readonly InitDataVectorFile File = InitDataVectorFile.Instance;

    /// <summary>What the file calls invalid because no proof could save it: it isn't init data.</summary>
    private static readonly string[] Malformed =
    [
        "dup-user", "dup-hash", "dup-identical", "empty-key", "key-without-equals", "trailing-ampersand",
        "bad-da39a3", "bad-ae8e5e", "bad-d53cf6", "bad-043f4b", "bad-8f057a", "bad-f7882f",
    ];

    public static TheoryData<string> Ids => [.. File.Of("telegram").Select(vector => vector.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Verdict_by_bot_token_is_that_of_the_vector(string id)
    {
        var vector = Vector(id);
        var verifier = Verifier(options => options.AddBot(vector.TokenOverride ?? File.BotToken));

        AssertVerdict(ByHash(vector), vector.InitData, verifier);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Verdict_by_derived_key_is_that_of_the_vector(string id)
    {
        var vector = Vector(id);
        var key = vector.TokenOverride is { } token ? TelegramSecretKey.Derive(token)
            : new TelegramSecretKey(Convert.FromHexString(File.SecretKeyHex));

        AssertVerdict(ByHash(vector), vector.InitData, Verifier(options => options.AddBot(File.BotId, key)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Verdict_by_bot_id_is_that_of_the_vector(string id)
    {
        var vector = Vector(id);
        var verifier = Verifier(options => options.AddBot(vector.BotIdOverride ?? File.BotId));

        AssertVerdict(BySignature(vector), vector.InitData, verifier);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Verdict_by_both_proofs_is_the_first_fault_of_either(string id)
    {
        var vector = Vector(id);
        var key = TelegramSecretKey.Derive(vector.TokenOverride ?? File.BotToken);
        var verifier = Verifier(options => options.AddBot(vector.BotIdOverride ?? File.BotId, key).RequireBothProofs = true);

        InitDataFailure[] verdicts = [ByHash(vector), BySignature(vector)];
        var faults = verdicts.Where(verdict => verdict != InitDataFailure.None).DefaultIfEmpty();

        AssertVerdict(faults.Min(), vector.InitData, verifier);
    }

    [Fact]
    public void File_is_the_one_that_these_tests_were_written_for()
    {
        Assert.Equal(60, File.Of("telegram").Count());
        Assert.All(Malformed, id => Assert.NotNull(Vector(id)));
    }

    private static InitDataVector Vector(string id) => File.Vectors.Single(vector => vector.Id == id);

    private static TelegramInitDataVerifier Verifier(Action<TelegramInitDataVerifierOptions> change)
    {
        var options = new TelegramInitDataVerifierOptions
        {
            TimeProvider = new TestClock(Now),
            PublicKey = Convert.FromHexString(File.Ed25519PublicKey),
            Ed25519 = new Ed25519Verifier(),
        };
        change(options);
        return new TelegramInitDataVerifier(options);
    }

    private static InitDataFailure ByHash(InitDataVector vector) => Verdict(vector.Id, vector.Hmac);

    private static InitDataFailure BySignature(InitDataVector vector) => vector.Ed25519 switch
    {
        "same" => ByHash(vector),

        // A hash in capital letters takes no part in the signature.
        "n/a" => InitDataFailure.None,
        _ => Verdict(vector.Id, vector.Ed25519),
    };

    private static InitDataFailure Verdict(string id, string result) => result switch
    {
        "valid" => InitDataFailure.None,
        "missing hash" or "missing signature" => InitDataFailure.MissingProof,
        "valid proof, bad auth_date" or "valid proof, no auth_date" => InitDataFailure.Malformed,
        "valid proof, no user" or "valid proof, id is not a number" => InitDataFailure.NoUser,
        "valid proof, from the future" => InitDataFailure.NotYetValid,
        "invalid" or "invalid (or ignore)" when Malformed.Contains(id) => InitDataFailure.Malformed,

        // Where the file leaves a choice, this library is strict: lower-case hex, and base64url.
        "invalid" or "invalid (strict) or valid" or "choose" => InitDataFailure.InvalidProof,
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, message: null),
    };

    private static void AssertVerdict(InitDataFailure expected, string initData, TelegramInitDataVerifier verifier)
    {
        Assert.Equal(expected, Example.Verdict(initData, verifier));
        Assert.Equal(expected, Example.Verdict(Example.ToBase64(initData), verifier));
        Assert.Equal(expected, Example.Verdict(Example.ToBase64Url(initData), verifier));
        Assert.Equal(expected != InitDataFailure.Malformed, TelegramInitData.TryParseUnverified(initData, out _));

        var values = initData.Split('&').Select(part => part.Split('=', 2).Select(Uri.UnescapeDataString).ToArray());
        if (expected == InitDataFailure.None && !initData.Contains('+', StringComparison.Ordinal))
        {
            Assert.Equal(
                values.OrderBy(value => value[0], StringComparer.Ordinal).Select(value => KeyValuePair.Create(value[0], value[1])),
                verifier.Verify(initData).InitData!.Values);
        }
    }
}
