using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>One launch has one id, however it is spelled and whichever proof was looked at, and no other launch has it.</summary>
public class TelegramLaunchIdTests
{
    private static readonly TelegramInitDataVerifier ByHash = Example.Verifier();
    private static readonly TelegramInitDataVerifier BySignature = Example.ThirdParty();
    private static readonly TelegramInitDataVerifier ByBoth = Example.Both();

    [Fact]
    public void Every_spelling_of_init_data_has_the_same_id_by_either_proof_and_no_two_share_one()
    {
        var generator = new CaseGenerator(31, Example.BotToken, Example.Now);
        var ids = new HashSet<LaunchId>();

        for (var i = 0; i < 300; i++)
        {
            var fields = generator.NextFields();
            fields.Remove("signature");
            fields["start_param"] = $"{i}";
            fields["signature"] = Example.Signature(fields) + generator.Pick(["", "=="]);
            fields["hash"] = ReferenceInitData.Hash(fields, Example.BotToken);

            var id = IdOf(ByHash, generator.NextSpelling(fields, "tgWebApp"));
            Assert.True(ids.Add(id));
            for (var spelling = 0; spelling < 4; spelling++)
            {
                Assert.Equal(id, IdOf(generator.Pick([ByHash, BySignature, ByBoth]), generator.NextSpelling(fields, "tgWebApp")));
            }

            // Of the two proofs, only the signature was looked at: the hash may say anything, or be away.
            fields["hash"] = generator.Pick(["x", "", new string('0', 64), fields["hash"].ToUpperInvariant()]);
            Assert.Equal(id, IdOf(BySignature, generator.NextSpelling(fields, "tgWebApp")));
            fields.Remove("hash");
            Assert.Equal(id, IdOf(BySignature, generator.NextSpelling(fields, "tgWebApp")));
        }
    }

    [Fact]
    public void Every_spelling_of_init_data_without_a_signature_has_the_same_id()
    {
        var generator = new CaseGenerator(32, Example.BotToken, Example.Now);
        var ids = new HashSet<LaunchId>();

        for (var i = 0; i < 1_000; i++)
        {
            var fields = generator.NextFields();
            fields["start_param"] = $"{i}";
            fields["hash"] = ReferenceInitData.Hash(fields, Example.BotToken);

            var id = IdOf(ByHash, generator.NextSpelling(fields, "tgWebApp"));
            Assert.True(ids.Add(id));
            for (var spelling = 0; spelling < 4; spelling++)
            {
                Assert.Equal(id, IdOf(ByHash, generator.NextSpelling(fields, "tgWebApp")));
            }
        }
    }

    [Theory]
    [InlineData("&hash=")]
    [InlineData("&hash=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("&hash=x")]
    [InlineData("")]
    public void Hash_that_nobody_looked_at_makes_no_other_id(string hash)
    {
        var proved = Example.Proved();
        var forged = proved[..proved.IndexOf("&hash=", StringComparison.Ordinal)] + hash;

        Assert.Equal(IdOf(BySignature, proved), IdOf(BySignature, forged));
        Assert.NotEqual(InitDataFailure.None, ByHash.Verify(forged).Failure);
    }

    [Theory]
    [InlineData("x=1&")]
    [InlineData("start_param=other&")]
    public void Field_that_is_not_proved_is_refused_and_makes_no_other_id(string field)
    {
        Assert.All([ByHash, BySignature, ByBoth], verifier => Assert.NotEqual(InitDataFailure.None, verifier.Verify(field + Example.Proved()).Failure));
        Assert.Equal(InitDataFailure.InvalidProof, ByHash.Verify(Example.InitData() + "&signature=" + Example.Signature(Example.Fields())).Failure);
    }

    [Fact]
    public void Hash_in_capitals_is_none_that_was_proved() =>
        Assert.Equal(InitDataFailure.InvalidProof, ByHash.Verify(Example.InitData()[..^64] + Example.InitData()[^64..].ToUpperInvariant()).Failure);

    [Fact]
    public void Second_spelling_of_a_signature_that_a_lax_curve_takes_makes_no_other_id()
    {
        var verifier = Example.ThirdParty(options => options.Ed25519 = new LaxEd25519());
        var fields = Example.Fields();
        var signature = Example.Signature(fields);
        var other = signature[..43] + new string('A', 43);

        Assert.Equal(
            IdOf(verifier, ReferenceInitData.Query(fields) + "&signature=" + signature), IdOf(verifier, ReferenceInitData.Query(fields) + "&signature=" + other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("ёёёё")]
    public void Signature_that_is_none_leaves_the_hash_that_covers_it(string signature)
    {
        var token = Example.InitData(("signature", signature));
        var hash = Convert.FromHexString(token[^64..]);

        Assert.Equal(LaunchId.Create(MiniAppSubject.TelegramBot(Example.BotId), hash), IdOf(ByHash, token));
    }

    [Fact]
    public void Padding_of_the_signature_makes_no_other_id() => Assert.Equal(
        IdOf(BySignature, Example.Proved()),
        IdOf(BySignature, Example.Proved().Replace("&start_param=", "%3D%3D&start_param=", StringComparison.Ordinal)));

    // Whatever is changed here empties ledgers while instances of two versions run.
    [Fact]
    public void Id_stays_what_it_is()
    {
        Assert.Equal("6jRn1NCivIZb2hREBtGHAw", IdOf(ByHash, Example.InitData()).ToString());
        Assert.Equal("V8eerBese1x7P3ftbdwC_g", IdOf(BySignature, Example.Proved()).ToString());
    }

    [Fact]
    public void Id_differs_by_what_was_proved_by_bot_and_by_environment()
    {
        var fields = Example.Fields();
        var ofOther = ReferenceInitData.Query(fields) + "&signature=" + Example.Signature(fields, botId: 7);
        LaunchId[] ids =
        [
            IdOf(ByHash, Example.InitData()), IdOf(ByHash, Example.Proved()), IdOf(ByHash, Example.InitData(("start_param", null))),
            IdOf(ByHash, Example.InitData(("auth_date", "1759999999"))), IdOf(Example.Verifier(options => options.Environment = TelegramEnvironment.Test), Example.InitData()),
            IdOf(Example.Verifier(options => options.Environment = TelegramEnvironment.Test), Example.Proved()),
            IdOf(Example.Verifier(options => options.AddBot("7:other-token")), ReferenceInitData.Sign(fields, "7:other-token")),
            IdOf(Example.ThirdParty(options => options.AddBot(7)), ofOther),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Init_data_that_was_not_verified_has_no_id()
    {
        Assert.True(TelegramInitData.TryParseUnverified(Example.Proved(), out var unverified));

        Assert.Null(unverified.LaunchId);
        Assert.Null(((IMiniAppLaunch)unverified).App);
        Assert.Equal(MiniAppSubject.TelegramUser(494075), unverified.Subject);
    }

    [Theory]
    [InlineData(TelegramEnvironment.Production, "telegram:494075", "telegram:app:51000001")]
    [InlineData(TelegramEnvironment.Test, "telegram-test:494075", "telegram-test:app:51000001")]
    public void Init_data_names_its_user_its_bot_and_its_time(TelegramEnvironment environment, string user, string bot)
    {
        IMiniAppLaunch launch = Example.Verifier(options => options.Environment = environment).Verify(Example.InitData()).InitData!;

        Assert.Equal((user, bot, DateTimeOffset.FromUnixTimeSeconds(Example.Now)), (launch.Subject.ToString(), launch.App.ToString(), launch.Time));
    }

    [Fact]
    public void User_without_an_id_is_nobody()
    {
        Assert.True(TelegramInitData.TryParseUnverified("auth_date=1&x=", out var unverified));

        Assert.Null(unverified.Subject);
    }

    [Fact]
    public void Id_costs_no_memory()
    {
        var (byHash, bySignature) = (ByHash.Verify(Example.InitData()).InitData!, ByHash.Verify(Example.Proved()).InitData!);

        Assert.Equal(0, Allocations.Least(() => byHash.LaunchId));
        Assert.Equal(0, Allocations.Least(() => bySignature.LaunchId));
    }

    private static LaunchId IdOf(TelegramInitDataVerifier verifier, string token)
    {
        var result = verifier.Verify(token);
        Assert.True(result.Succeeded, $"{result.Failure}: {token}");
        return result.InitData.LaunchId!.Value;
    }

    /// <summary>Looks at the first half of a signature alone, and so takes whatever the second is written as.</summary>
    private sealed class LaxEd25519 : IEd25519Verifier
    {
        public bool IsValidKey(ReadOnlySpan<byte> publicKey) => true;

        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => true;
    }
}
