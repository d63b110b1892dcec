using System.Text;
using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>What the signer signs is what Telegram would have sent, as far as the reference and OpenSSL can tell.</summary>
public class TelegramInitDataSignerTests
{
    private static readonly TestClock Clock = new(Example.Now);
    private static readonly TelegramInitDataDescriptor Minimal = new() { User = new TelegramUser { Id = 42 } };

    private static readonly TelegramInitDataDescriptor Full = new()
    {
        User = new TelegramUser
        {
            Id = 42,
            FirstName = "Илья & Co = 100% \"+\"",
            LastName = "L",
            Username = "ada",
            LanguageCode = "ru",
            IsPremium = true,
            AddedToAttachmentMenu = true,
            AllowsWriteToPm = true,
            PhotoUrl = "https://t.me/i/a.svg?x=1&y==",
        },
        AuthDate = DateTimeOffset.FromUnixTimeSeconds(Example.Now - 5),
        QueryId = "AAA",
        Receiver = new TelegramUser { Id = 2, IsBot = true, FirstName = "R" },
        Chat = new TelegramChat { Id = -1001, Type = TelegramChatType.Supergroup, Title = "T", Username = "t", PhotoUrl = "p" },
        ChatType = TelegramChatType.Group,
        ChatInstance = "-5",
        StartParam = "a b~",
        CanSendAfter = TimeSpan.FromSeconds(30.9),
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["future_field"] = "x\u2028y", ["имя"] = "" },
    };

    [Fact]
    public void Signed_init_data_is_read_back_as_it_was_described()
    {
        var signed = new TelegramInitDataSigner(Example.BotToken, Clock).SignInitData(Full);
        var initData = Example.Verifier().Verify(signed).InitData!;

        Assert.Equivalent(Full.User, initData.User, strict: true);
        Assert.Equivalent(Full.Receiver, initData.Receiver, strict: true);
        Assert.Equivalent(Full.Chat, initData.Chat, strict: true);
        Assert.Equal(Full.AuthDate, initData.AuthDate);
        Assert.Equal("AAA", initData.QueryId);
        Assert.Equal(TelegramChatType.Group, initData.ChatType);
        Assert.Equal("-5", initData.ChatInstance);
        Assert.Equal("a b~", initData.StartParam);
        Assert.Equal(TimeSpan.FromSeconds(30), initData.CanSendAfter);
        Assert.Equal("x\u2028y", initData["future_field"]);
        Assert.Equal("", initData["имя"]);
        Assert.Null(initData.Signature);
    }

    [Fact]
    public void Signer_with_a_key_in_place_of_Telegrams_makes_both_proofs()
    {
        var signer = new TelegramInitDataSigner(Example.BotToken, Example.SigningKey, Clock);

        Assert.Equal(Example.PublicKey, signer.PublicKey!.Value.ToArray());
        Assert.All([signer.SignInitData(Full), signer.SignToken(Full), signer.SignInitData(Minimal)], token =>
        {
            Assert.Equal(InitDataFailure.None, Example.Verdict(token));
            Assert.Equal(InitDataFailure.None, Example.Verdict(token, Example.ThirdParty()));
            Assert.Equal(InitDataFailure.None, Example.Verdict(token, Example.Both()));
        });
    }

    [Fact]
    public void Signer_that_knows_the_bot_id_alone_makes_the_signature_alone()
    {
        var signed = new TelegramInitDataSigner(Example.BotId, Example.SigningKey, Clock).SignInitData(Minimal);

        Assert.Equal(InitDataFailure.None, Example.Verdict(signed, Example.ThirdParty()));
        Assert.Equal(InitDataFailure.MissingProof, Example.Verdict(signed));
        Assert.DoesNotContain("hash=", signed, StringComparison.Ordinal);
    }

    [Fact]
    public void Signer_that_knows_the_token_alone_makes_the_hash_alone()
    {
        var signer = new TelegramInitDataSigner(Example.BotToken, Clock);

        Assert.Null(signer.PublicKey);
        Assert.DoesNotContain("signature=", signer.SignInitData(Minimal), StringComparison.Ordinal);
    }

    [Fact]
    public void Signer_that_knows_the_key_of_the_token_makes_what_it_makes_with_the_token()
    {
        var key = TelegramSecretKey.Derive(Example.BotToken);

        Assert.Equal(
            new TelegramInitDataSigner(Example.BotToken, Clock).SignInitData(Full),
            new TelegramInitDataSigner(Example.BotId, key, timeProvider: Clock).SignInitData(Full));
        Assert.Equal(
            new TelegramInitDataSigner(Example.BotToken, Example.SigningKey, Clock).SignInitData(Full),
            new TelegramInitDataSigner(Example.BotId, key, Example.SigningKey, Clock).SignInitData(Full));
    }

    [Fact]
    public void Hash_is_that_of_the_reference()
    {
        var signed = new TelegramInitDataSigner(Example.BotToken, Example.SigningKey, Clock).SignInitData(Full);
        var fields = signed.Split('&').Select(part => part.Split('=')).ToDictionary(
            part => Uri.UnescapeDataString(part[0]), part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal);

        Assert.Equal(ReferenceInitData.Hash(fields, Example.BotToken), fields["hash"]);
        Assert.Equal(Example.Signature(fields), fields["signature"]);
        Assert.Equal(13, fields.Count);
    }

    [Fact]
    public void Time_is_that_of_the_signers_clock_where_none_is_named()
    {
        var ours = new TelegramInitDataSigner(Example.BotToken, Clock).SignInitData(Minimal);
        var systems = new TelegramInitDataSigner(Example.BotToken).SignInitData(Minimal);

        Assert.Equal(Example.Now, Example.Verifier().Verify(ours).InitData!.AuthDate.ToUnixTimeSeconds());
        Assert.True(new TelegramInitDataVerifier(Example.BotToken).Verify(systems).Succeeded);
        Assert.Contains("signature=", new TelegramInitDataSigner(1, Example.SigningKey).SignInitData(Minimal), StringComparison.Ordinal);
    }

    [Fact]
    public void Additional_fields_replace_the_others_so_that_anything_can_be_signed()
    {
        var launch = new TelegramInitDataDescriptor
        {
            User = null,
            Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["auth_date"] = "soon", ["signature"] = "mine" },
        };
        var signed = new TelegramInitDataSigner(Example.BotToken, Example.SigningKey, Clock).SignInitData(launch);

        Assert.StartsWith("auth_date=soon&signature=mine&hash=", signed, StringComparison.Ordinal);
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict(signed));
    }

    [Fact]
    public void Init_data_without_a_user_can_be_signed_and_is_refused() => Assert.Equal(
        InitDataFailure.NoUser,
        Example.Verdict(new TelegramInitDataSigner(Example.BotToken, Clock).SignInitData(new TelegramInitDataDescriptor { User = null })));

    [Theory]
    [InlineData("")]
    [InlineData("hash")]
    public void Field_that_the_signer_makes_itself_or_that_has_no_name_is_refused(string name) => Assert.Throws<ArgumentException>(
        "launch",
        () => new TelegramInitDataSigner(Example.BotToken).SignInitData(new TelegramInitDataDescriptor
        {
            User = null,
            Additional = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = "x" },
        }));

    [Fact]
    public void Null_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("launch", () => new TelegramInitDataSigner(Example.BotToken).SignInitData(null!));
        Assert.Throws<ArgumentNullException>("botToken", () => new TelegramInitDataSigner(null!));
        Assert.Throws<ArgumentNullException>("ed25519", () => new TelegramInitDataSigner(Example.BotToken, (IEd25519Signer)null!));
        Assert.Throws<ArgumentNullException>("ed25519", () => new TelegramInitDataSigner(Example.BotId, (IEd25519Signer)null!));
        Assert.Throws<ArgumentNullException>("secretKey", () => new TelegramInitDataSigner(Example.BotId, (TelegramSecretKey)null!));
    }

    [Fact]
    public void New_members_of_a_user_are_signed_with_it()
    {
        using var level = System.Text.Json.JsonDocument.Parse("7");
        var user = new TelegramUser { Id = 1, FirstName = null, Additional = { ["level"] = level.RootElement } };
        var signed = new TelegramInitDataSigner(Example.BotToken, Clock).SignInitData(new TelegramInitDataDescriptor { User = user });

        Assert.Equal(7, Example.Verifier().Verify(signed).InitData!.User.Additional["level"].GetInt32());
        Assert.Equal("", Example.Verifier().Verify(signed).InitData!.User.FirstName);
    }

    [Fact]
    public void Half_a_character_is_signed_as_what_it_is_sent_as()
    {
        var signed = new TelegramInitDataSigner(Example.BotToken, Clock)
            .SignInitData(new TelegramInitDataDescriptor { User = new TelegramUser { Id = 1 }, StartParam = "\ud800" });

        Assert.Equal("\ufffd", Example.Verifier().Verify(signed).InitData?.StartParam);
        Assert.All(signed, character => Assert.True(Rune.IsValid(character) && char.IsAscii(character)));
    }
}
