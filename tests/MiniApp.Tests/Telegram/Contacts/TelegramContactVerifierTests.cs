using MaxMiniApp;
using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>Every rule of a contact: the case that holds, the case just past it, and the attack on it.</summary>
public class TelegramContactVerifierTests
{
    private const long UserId = 494075;
    private const string Contact = "{\"user_id\":494075,\"phone_number\":\"79111234567\",\"first_name\":\"Ada\",\"last_name\":\"Lovelace\"}";

    /// <summary>Computed by another language's HMAC, apart from all that is here.</summary>
    private const string Known =
        "contact=%7B%22user_id%22%3A494075%2C%22phone_number%22%3A%2279111234567%22%2C%22first_name%22%3A%22Ada%22%2C%22last_name%22%3A%22Lovelace%22%7D" +
        "&auth_date=1760000000&hash=568c93c454331a34b0402be02cfaf207684e73ab42ca6e050c66bb8eb4ae0f18";

    private static readonly TelegramContactVerifier Verifier = New(Example.BotToken);

    /// <summary>Each failure, in the order of the verdict, by a response that has faults after it as well.</summary>
    public static TheoryData<TelegramContactFailure, string?, long> Faults => new()
    {
        { TelegramContactFailure.NoSignedInUser, null, 0 },
        { TelegramContactFailure.NoSignedInUser, Known, 0 },
        { TelegramContactFailure.NoSignedInUser, Known, -494075 },
        { TelegramContactFailure.Malformed, null, UserId },
        { TelegramContactFailure.Malformed, "", UserId },
        { TelegramContactFailure.Malformed, "contact=%&auth_date=1", UserId },
        { TelegramContactFailure.Malformed, "auth_date=1&auth_date=1", UserId },
        { TelegramContactFailure.Malformed, "contact={}&hash=0", UserId },
        { TelegramContactFailure.MissingProof, "auth_date=1&contact={}", UserId },
        { TelegramContactFailure.MissingProof, "auth_date=1&contact={}&hash=", UserId },
        { TelegramContactFailure.InvalidProof, "auth_date=1&contact={}&hash=0", UserId },
        { TelegramContactFailure.Expired, Response(("auth_date", "1759996399"), ("contact", "{}")), UserId },
        { TelegramContactFailure.NotYetValid, Response(("auth_date", "1760000061"), ("contact", "{}")), UserId },
        { TelegramContactFailure.NoContact, Response(("contact", "{}")), UserId + 1 },
        { TelegramContactFailure.OtherUser, Response(), UserId + 1 },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(TelegramContactFailure expected, string? response, long userId)
    {
        var result = Verifier.Verify(response, userId);

        Assert.Equal(expected, result.Failure);
        Assert.False(result.Succeeded);
        Assert.Null(result.Contact);
        Assert.Equal((0, default), (result.BotId, result.AuthDate));
    }

    [Fact]
    public void Order_is_that_of_the_enumeration() =>
        Assert.Equal(Faults.Select(row => row.Data.Item1).Distinct(), Enum.GetValues<TelegramContactFailure>().Skip(1));

    [Fact]
    public void Known_answer_is_accepted_and_read()
    {
        var result = Verifier.Verify(Known, UserId);

        Assert.True(result.Succeeded, $"{result.Failure}");
        Assert.Equal("79111234567", result.Contact.PhoneNumber);
        Assert.Equal(("Ada", "Lovelace"), (result.Contact.FirstName, result.Contact.LastName));
        Assert.Equal(UserId, result.Contact.UserId);
        Assert.Equal(Example.BotId, result.BotId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Example.Now), result.AuthDate);
    }

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(TelegramContactResult).Succeeded);

    [Fact]
    public void Fields_that_Telegram_may_add_are_proved_with_the_rest()
    {
        Assert.Equal(TelegramContactFailure.None, Verdict(Response(("signature", "x"), ("new", ""))));
        Assert.Equal(TelegramContactFailure.InvalidProof, Verdict(Response() + "&new="));
        Assert.Equal(TelegramContactFailure.InvalidProof, Verdict(Response(("new", "1")).With("&new=1", "")));
    }

    [Fact]
    public void Lifetime_holds_to_its_last_second()
    {
        Assert.Equal(TelegramContactFailure.None, Verdict(Response(("auth_date", "1759996400"))));
        Assert.Equal(TelegramContactFailure.Expired, Verdict(Response(("auth_date", "1759996399"))));
        Assert.Equal(TelegramContactFailure.None, Verdict(Response(("auth_date", "1760000060"))));
        Assert.Equal(TelegramContactFailure.NotYetValid, Verdict(Response(("auth_date", "1760000061"))));

        // Milliseconds, which Telegram doesn't send, are a time far ahead.
        Assert.Equal(TelegramContactFailure.NotYetValid, Verdict(Response(("auth_date", "1760000000000"))));
    }

    [Theory]
    [InlineData("{\"user_id\":494076,\"phone_number\":\"7\"}", TelegramContactFailure.OtherUser)]
    [InlineData("{\"user_id\":-494075,\"phone_number\":\"7\"}", TelegramContactFailure.OtherUser)]
    [InlineData("{\"user_id\":\"494075\",\"phone_number\":\"7\"}", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494075.0,\"phone_number\":\"7\"}", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494076,\"user_id\":494075,\"phone_number\":\"7\"}", TelegramContactFailure.NoContact)]
    [InlineData("{\"id\":494075,\"phone_number\":\"7\"}", TelegramContactFailure.NoContact)]
    [InlineData("{\"x\":{\"user_id\":494075},\"phone_number\":\"7\"}", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494075}", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494075,\"phone_number\":\"\"}", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494075,\"phone_number\":79111234567}", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494075,\"phone_number\":null}", TelegramContactFailure.NoContact)]
    [InlineData("[494075]", TelegramContactFailure.NoContact)]
    [InlineData("{", TelegramContactFailure.NoContact)]
    [InlineData("", TelegramContactFailure.NoContact)]
    [InlineData("{\"user_id\":494075,\"phone_number\":\"+7\",\"first_name\":null,\"vcard\":[{}]}", TelegramContactFailure.None)]
    [InlineData("{\"first_name\":\"\\ud83d\",\"phone_number\":\"7\",\"user_id\":494075}", TelegramContactFailure.None)]
    public void Contact_names_its_user_once_and_its_phone_number(string contact, TelegramContactFailure expected) =>
        Assert.Equal(expected, Verdict(Response(("contact", contact))));

    [Fact]
    public void What_Telegram_proved_for_another_purpose_is_no_contact()
    {
        var widget = new TelegramLoginWidgetSigner(Example.BotToken, new TestClock(Example.Now)).Sign(new TelegramUser { Id = UserId });

        Assert.Equal(TelegramContactFailure.NoContact, Verdict(Example.InitData()));
        Assert.Equal(TelegramContactFailure.NoContact, Verdict(Example.InitData(("start_param", $"contact={Contact}"))));
        Assert.Equal(TelegramContactFailure.InvalidProof, Verdict(widget));
        Assert.Equal(TelegramContactFailure.Malformed, Verdict("tgWebAppData=" + Uri.EscapeDataString(Known)));
    }

    [Fact]
    public void Contact_is_no_init_data_and_no_sign_in()
    {
        Assert.Equal(InitDataFailure.NoUser, Example.Verdict(Known));
        Assert.Equal(
            TelegramLoginWidgetFailure.InvalidProof,
            new TelegramLoginWidgetVerifier(new TelegramLoginWidgetVerifierOptions { TimeProvider = new TestClock(Example.Now) }.AddBot(Example.BotToken))
                .Verify(Known).Failure);
    }

    [Fact]
    public void Contact_for_another_bot_or_another_platform_is_refused()
    {
        var max = new MaxContactSigner(Example.BotToken).Sign("79111234567", Example.Now, UserId);

        Assert.Equal(TelegramContactFailure.InvalidProof, New("51000002:example-token").Verify(Known, UserId).Failure);
        Assert.Equal(TelegramContactFailure.InvalidProof, Verdict(Known[..^64] + max));
        Assert.Equal(TelegramContactFailure.InvalidProof, Verdict($"phone=79111234567&auth_date=1760000000&userId=494075&hash={max}"));
    }

    [Fact]
    public void Of_several_bots_the_answer_names_the_one()
    {
        var options = Options().AddBot("7:one").AddBot(Example.BotToken).AddBot("8:two");
        Assert.Equal(Example.BotId, new TelegramContactVerifier(options).Verify(Known, UserId).BotId);
    }

    [Fact]
    public void Token_may_be_changed_while_both_are_accepted()
    {
        var both = New("51000001:new", Example.BotToken);
        var fresh = ReferenceInitData.Sign(Fields(), "51000001:new");

        Assert.True(both.Verify(Known, UserId).Succeeded);
        Assert.True(both.Verify(fresh, UserId).Succeeded);
        Assert.False(New("51000001:new").Verify(Known, UserId).Succeeded);
        Assert.False(Verifier.Verify(fresh, UserId).Succeeded);
    }

    [Fact]
    public void Key_of_the_token_is_enough()
    {
        var key = TelegramSecretKey.Derive(Example.BotToken);
        var other = TelegramSecretKey.Derive("51000001:other");

        Assert.True(new TelegramContactVerifier(Options().AddBot(Example.BotId, other, key)).Verify(Known, UserId).Succeeded);
        Assert.False(new TelegramContactVerifier(Options().AddBot(Example.BotId, other)).Verify(Known, UserId).Succeeded);
    }

    [Theory]
    [InlineData("568C93C454331A34B0402BE02CFAF207684E73AB42CA6E050C66BB8EB4AE0F18")]
    [InlineData("568c93c454331a34b0402be02cfaf207684e73ab42ca6e050c66bb8eb4ae0f1")]
    [InlineData("568c93c454331a34b0402be02cfaf207684e73ab42ca6e050c66bb8eb4ae0f180")]
    [InlineData("%D0%B5%D0%B5")]
    public void Hash_is_compared_as_it_came(string hash) =>
        Assert.Equal(TelegramContactFailure.InvalidProof, Verdict(Known[..(Known.LastIndexOf('=') + 1)] + hash));

    [Fact]
    public void Other_spellings_of_the_same_response_are_accepted()
    {
        Assert.Equal(TelegramContactFailure.None, Verdict(" " + Known + "\r\n"));
        Assert.Equal(TelegramContactFailure.None, Verdict(Example.ToBase64(Known)));
        Assert.Equal(TelegramContactFailure.None, Verdict(Example.ToBase64Url(Known)));
        Assert.Equal(TelegramContactFailure.None, Verdict(string.Join('&', Known.Split('&').Reverse())));
    }

    [Fact]
    public void Refusals_allocate_nothing()
    {
        string[] responses =
        [
            "", "%", new('A', 8192), new('&', 8192), new('x', 1_000_000), PlainQuery.MalformedText, "auth_date=1&contact={}", Known + "0",
            Known.With("auth_date=1760000000", "auth_date=1760000001"), Response(("auth_date", "1")), Response(("auth_date", "1900000000")),
            Response(("contact", "[1]")),
        ];

        Assert.All(responses, response =>
        {
            Assert.NotEqual(TelegramContactFailure.None, Verdict(response));
            Assert.Equal(0, Allocations.Least(() => Verifier.Verify(response, UserId)));
        });
        Assert.Equal(0, Allocations.Least(() => Verifier.Verify(Known, 0)));
    }

    [Fact]
    public void Verdict_is_that_of_the_plain_verifier()
    {
        var random = new Random(14);
        string[] contacts = [Contact, Contact, Contact, "{\"user_id\":1,\"phone_number\":\"7\"}", "{\"user_id\":494075,\"phone_number\":\"\"}", "{}", "{"];
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var round = 0; round < 8_000; round++)
        {
            var fields = Fields(
                ("contact", contacts[random.Next(contacts.Length)]),
                ("auth_date", $"{Example.Now + random.Next(20) switch { 0 => 61, 1 => 60, 2 => -3600, 3 => -3601, _ => -1 }}"));
            var signed = ReferenceInitData.Sign(fields, random.Next(10) == 0 ? "51000001:x" : Example.BotToken);
            var response = PlainQuery.Change(random, signed);
            var userId = random.Next(30) == 0 ? 0 : UserId;
            var expected = Expected(response, userId);

            Assert.True(expected == Verifier.Verify(response, userId).Failure.ToString(), $"Expected {expected} for: {response}");
            verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
        }

        Assert.All(Enum.GetNames<TelegramContactFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, verdict));
    }

    private static string Expected(string response, long userId)
    {
        var fields = PlainQuery.Read(response);

        return userId == 0 ? "NoSignedInUser"
            : fields is null ? "Malformed"
            : fields.GetValueOrDefault("hash", "") == "" ? "MissingProof"
            : fields["hash"] != ReferenceInitData.Hash(fields, Example.BotToken) ? "InvalidProof"
            : PlainQuery.Time(fields) is { } time ? time
            : fields["contact"] == Contact ? "None"
            : fields["contact"].Contains("\"7\"", StringComparison.Ordinal) ? "OtherUser"
            : "NoContact";
    }

    private static TelegramContactVerifierOptions Options() => new() { TimeProvider = new TestClock(Example.Now) };

    private static TelegramContactVerifier New(string botToken, params string[] olderTokens) => new(Options().AddBot(botToken, olderTokens));

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["contact"] = Contact, ["auth_date"] = "1760000000" };
        Array.ForEach(changes, change => fields[change.Name] = change.Value);
        return fields;
    }

    private static string Response(params (string Name, string Value)[] changes) => ReferenceInitData.Sign(Fields(changes), Example.BotToken);

    private static TelegramContactFailure Verdict(string response) => Verifier.Verify(response, UserId).Failure;
}
