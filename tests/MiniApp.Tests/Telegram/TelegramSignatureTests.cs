using System.Text;
using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>Telegram's own proof, for those who know a bot by its id alone.</summary>
public class TelegramSignatureTests
{
    private static readonly string Genuine = Example.Signature(Example.Fields());

    [Fact]
    public void Signature_proves_init_data_without_a_bot_token()
    {
        var result = Example.ThirdParty().Verify(Example.Proved());

        Assert.True(result.Succeeded);
        Assert.Equal(Example.BotId, result.InitData.BotId);
        Assert.Equal(494075, result.InitData.User.Id);
    }

    [Fact]
    public void Hash_takes_no_part_in_the_signature()
    {
        var proved = Example.Proved();
        var verifier = Example.ThirdParty();

        Assert.Equal(InitDataFailure.None, Example.Verdict(proved[..proved.IndexOf("&hash=", StringComparison.Ordinal)], verifier));
        Assert.Equal(InitDataFailure.None, Example.Verdict(proved + "00", verifier));
    }

    [Fact]
    public void Signature_must_be_there()
    {
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Example.InitData(), Example.ThirdParty()));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Example.InitData(("signature", "")), Example.ThirdParty()));
    }

    [Fact]
    public void Signature_alone_is_no_proof_where_the_token_is_known() => Assert.Equal(
        InitDataFailure.MissingProof,
        Example.Verdict(ReferenceInitData.Query(Example.Fields(("signature", Genuine)))));

    [Theory]
    [InlineData("==")]
    [InlineData("")]
    public void Padding_is_optional(string padding) =>
        Assert.Equal(InitDataFailure.None, Verdict(Genuine + padding));

    [Theory]
    [InlineData("=")]
    [InlineData("===")]
    [InlineData("====")]
    [InlineData("%%")]
    [InlineData("A")]
    [InlineData("AA")]
    [InlineData(" ")]
    [InlineData("\t")]
    public void Anything_else_behind_the_signature_is_refused(string text) =>
        Assert.Equal(InitDataFailure.InvalidProof, Verdict(Genuine + text));

    [Fact]
    public void White_space_that_the_frameworks_decoder_would_skip_is_refused()
    {
        Assert.Equal(InitDataFailure.InvalidProof, Verdict(" " + Genuine[..^1]));
        Assert.Equal(InitDataFailure.InvalidProof, Verdict(Genuine + " \r"));
    }

    [Fact]
    public void Other_spellings_of_the_last_character_are_refused()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var bytes = Convert.FromBase64String(Genuine.Replace('-', '+').Replace('_', '/') + "==");

        // The last of 86 characters stands for two bits of the signature and for four bits of nothing.
        var spellings = Alphabet.Select(last => Genuine[..^1] + last)
            .Where(text => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + "==").SequenceEqual(bytes))
            .ToArray();

        Assert.Equal(16, spellings.Length);
        Assert.Equal([Genuine], spellings.Where(text => Verdict(text) == InitDataFailure.None));
    }

    [Fact]
    public void Other_alphabet_of_base64_is_refused()
    {
        // Some fields give a signature with such a character in it.
        var fields = Enumerable.Range(0, 100).Select(number => Example.Fields(("start_param", $"{number}"))).First(fields => Example.Signature(fields).Contains('_', StringComparison.Ordinal));
        var genuine = Example.Signature(fields);

        Assert.Equal(InitDataFailure.None, Verdict(genuine, fields));
        Assert.Equal(InitDataFailure.InvalidProof, Verdict(genuine.Replace('_', '/'), fields));
    }

    [Fact]
    public void Garbage_never_reaches_the_curve()
    {
        var curve = new CountingVerifier();
        var verifier = Example.ThirdParty(options => options.Ed25519 = curve);
        string[] garbage =
        [
            "", "a=1&b=2", Example.InitData(), Example.InitData(("signature", "AAAA")), Example.InitData(("signature", Genuine[1..])),
            Example.InitData(("signature", Genuine + "A")), Example.InitData(("signature", "%" + Genuine[1..])),
            Example.InitData(("signature", "ё" + Genuine[2..])), Example.Proved() + "&user=1",
        ];

        Assert.All(garbage, token => Assert.NotEqual(InitDataFailure.None, Example.Verdict(token, verifier)));
        Assert.Equal(0, curve.Calls);

        Example.Verdict(Example.Proved(), verifier);
        Assert.NotEqual(0, curve.Calls);
    }

    [Fact]
    public void Wrong_hash_never_reaches_the_curve_where_both_proofs_are_demanded()
    {
        var curve = new CountingVerifier();
        var verifier = Example.Verifier(options =>
        {
            options.RequireBothProofs = true;
            options.Ed25519 = curve;
        });

        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Example.Proved() + "0", verifier));
        Assert.Equal(0, curve.Calls);
    }

    [Fact]
    public void Seam_gets_the_key_the_message_and_the_signature_and_its_answer_counts()
    {
        var curve = new CountingVerifier { Answer = true };
        var verifier = Example.ThirdParty(options => options.Ed25519 = curve);
        var fields = Example.Fields(("signature", Example.ToBase64Url(new byte[64])));

        Assert.Equal(InitDataFailure.None, verifier.Check(ReferenceInitData.Query(fields)));
        Assert.Equal(Example.PublicKey, curve.PublicKey);
        Assert.Equal($"51000001:WebAppData\n{ReferenceInitData.CheckString(Example.Fields())}", Encoding.UTF8.GetString(curve.Message));
        Assert.Equal(new byte[64], curve.Signature);
    }

    [Theory]
    [InlineData(TelegramEnvironment.Production, "e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d")]
    [InlineData(TelegramEnvironment.Test, "40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec")]
    public void Key_is_that_of_the_environment(TelegramEnvironment environment, string key)
    {
        var curve = new CountingVerifier();
        var verifier = Example.ThirdParty(options => (options.PublicKey, options.Environment, options.Ed25519) = (null, environment, curve));

        Assert.Equal(InitDataFailure.InvalidProof, verifier.Check(Example.Proved()));
        Assert.Equal(key, Convert.ToHexStringLower(curve.PublicKey));
        Assert.Equal(InitDataFailure.InvalidProof, Example.ThirdParty(options => (options.PublicKey, options.Environment) = (null, environment)).Check(Example.Proved()));
        Assert.True(new Ed25519Verifier().IsValidKey(Convert.FromHexString(key)));
    }

    [Fact]
    public void Both_proofs_must_be_right_where_both_are_demanded()
    {
        var both = Example.Both();
        var genuine = Example.Proved();
        var forgedSignature = Example.InitData(("signature", Example.Signature(Example.Fields(("start_param", "other")))));

        Assert.Equal(InitDataFailure.None, Example.Verdict(genuine, both));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(Example.InitData(), both));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(forgedSignature, both));
        Assert.Equal(InitDataFailure.None, Example.Verdict(forgedSignature));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(genuine + "0", both));
        Assert.Equal(InitDataFailure.None, Example.Verdict(genuine + "0", Example.ThirdParty()));
    }

    [Fact]
    public void Bot_that_is_known_by_its_id_alone_needs_no_hash_where_both_are_demanded() => Assert.Equal(
        InitDataFailure.None,
        Example.Verdict(
            ReferenceInitData.Query(Example.Fields(("signature", Genuine))),
            Example.ThirdParty(options => options.RequireBothProofs = true)));

    [Fact]
    public void Each_of_several_bots_is_found_by_its_own_proof()
    {
        var verifier = new TelegramInitDataVerifier(Example.Options().AddBot(7).AddBot(Example.BotId).AddBot("8:eight").AddBot("9:nine"));
        var byId = ReferenceInitData.Query(Example.Fields(("signature", Genuine)));
        var other = Example.Fields();
        other["signature"] = Example.Signature(Example.Fields(), botId: 7);

        Assert.Equal(Example.BotId, verifier.Verify(byId).InitData?.BotId);
        Assert.Equal(7, verifier.Verify(ReferenceInitData.Query(other)).InitData?.BotId);
        Assert.Equal(8, verifier.Verify(ReferenceInitData.Sign(Example.Fields(), "8:eight")).InitData?.BotId);
        Assert.Equal(9, verifier.Verify(ReferenceInitData.Sign(Example.Fields(), "9:nine")).InitData?.BotId);
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(ReferenceInitData.Sign(Example.Fields(), "10:ten"), verifier));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(ReferenceInitData.Query(Example.Fields()), verifier));
    }

    [Fact]
    public void Bots_whose_proof_is_cheap_are_tried_first()
    {
        var curve = new CountingVerifier();
        var verifier = new TelegramInitDataVerifier(Example.Options(options => options.Ed25519 = curve).AddBot(7).AddBot(Example.BotToken));

        Assert.Equal(InitDataFailure.None, Example.Verdict(Example.Proved(), verifier));
        Assert.Equal(0, curve.Calls);
    }

    [Theory]
    [InlineData(4096, 2)]
    [InlineData(4097, 1)]
    [InlineData(8192, 1)]
    public void Envelope_behind_long_init_data_has_nobody_check_more_bytes_than_a_token_may_have(int length, int calls)
    {
        const string Envelope = "&tgWebAppVersion=9.1";
        var curve = new CountingVerifier();
        var token = Example.Proved(("start_param", "")) + Envelope;
        token = Example.Proved(("start_param", new string('a', length - token.Length))) + Envelope;

        Assert.Equal(length, token.Length);
        Assert.Equal(InitDataFailure.InvalidProof, Example.ThirdParty(options => options.Ed25519 = curve).Check(token));
        Assert.Equal(calls, curve.Calls);
        Assert.Equal(calls == 2 ? InitDataFailure.None : InitDataFailure.InvalidProof, Example.Verdict(token, Example.ThirdParty()));
    }

    private static InitDataFailure Verdict(string signature, SortedDictionary<string, string>? fields = null)
    {
        fields ??= Example.Fields();
        fields["signature"] = signature;
        return Example.Verdict(ReferenceInitData.Query(fields), Example.ThirdParty());
    }

    private sealed class CountingVerifier : IEd25519Verifier
    {
        public bool Answer { get; init; }

        public int Calls { get; private set; }

        public byte[] PublicKey { get; private set; } = [];

        public byte[] Message { get; private set; } = [];

        public byte[] Signature { get; private set; } = [];

        public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
        {
            Calls++;
            (PublicKey, Message, Signature) = (publicKey.ToArray(), message.ToArray(), signature.ToArray());
            return Answer;
        }
    }
}
