using System.Security.Cryptography;
using System.Text;
using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>Every rule of the Login Widget: the case that holds, the case just past it, and the attack on it.</summary>
public class TelegramLoginWidgetVerifierTests
{
    /// <summary>Computed by another language's HMAC, apart from all that is here.</summary>
    private const string Known =
        "id=494075&first_name=%D0%90%D0%B4%D0%B0&last_name=L%20%26%20L&username=ada&photo_url=https%3A%2F%2Ft.me%2Fi%2Fa.jpg" +
        "&auth_date=1760000000&hash=884cd0d8343a1623c5a3e5dc9848cc7271e83b95eb0fd670de5c01df7e193b16";

    private static readonly TelegramLoginWidgetVerifier Verifier = New(Example.BotToken);

    /// <summary>Each failure, in the order of the verdict, by a query that has faults after it as well.</summary>
    public static TheoryData<TelegramLoginWidgetFailure, string?> Faults => new()
    {
        { TelegramLoginWidgetFailure.Malformed, null },
        { TelegramLoginWidgetFailure.Malformed, "" },
        { TelegramLoginWidgetFailure.Malformed, "?" },
        { TelegramLoginWidgetFailure.Malformed, "??" + Known + "&" },
        { TelegramLoginWidgetFailure.Malformed, "id=1&hash=0" },
        { TelegramLoginWidgetFailure.Malformed, Known + "&id=494076" },
        { TelegramLoginWidgetFailure.Malformed, Known + "&hash=0" },
        { TelegramLoginWidgetFailure.MissingProof, "auth_date=1&id=0" },
        { TelegramLoginWidgetFailure.InvalidProof, "auth_date=1&id=0&hash=0" },
        { TelegramLoginWidgetFailure.Expired, Query(("auth_date", "1759996399"), ("id", "0")) },
        { TelegramLoginWidgetFailure.NotYetValid, Query(("auth_date", "1760000061"), ("id", "0")) },
        { TelegramLoginWidgetFailure.NoUser, Query(("id", "0")) },
        { TelegramLoginWidgetFailure.NoUser, Query(("id", "")) },
        { TelegramLoginWidgetFailure.NoUser, Query(("id", "-1")) },
        { TelegramLoginWidgetFailure.NoUser, Query(("id", "\u0661")) },
        { TelegramLoginWidgetFailure.NoUser, Query(("id", "9223372036854775808")) },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(TelegramLoginWidgetFailure expected, string? query)
    {
        var result = Verifier.Verify(query);

        Assert.Equal(expected, result.Failure);
        Assert.False(result.Succeeded);
        Assert.Equal((0, default), (result.BotId, result.AuthDate));
    }

    [Fact]
    public void Order_is_that_of_the_enumeration() =>
        Assert.Equal(Faults.Select(row => row.Data.Item1).Distinct(), Enum.GetValues<TelegramLoginWidgetFailure>().Skip(1));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("\r\n ?")]
    public void Known_answer_is_accepted_and_read(string mark)
    {
        var result = Verifier.Verify(mark + Known);

        Assert.True(result.Succeeded, $"{result.Failure}");
        Assert.Equal(494075, result.User.Id);
        Assert.Equal(("Ада", "L & L"), (result.User.FirstName, result.User.LastName));
        Assert.Equal(("ada", "https://t.me/i/a.jpg"), (result.User.Username, result.User.PhotoUrl));
        Assert.Equal(Example.BotId, result.BotId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Example.Now), result.AuthDate);
    }

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(TelegramLoginWidgetResult).Succeeded);

    [Fact]
    public void User_with_an_id_alone_is_one()
    {
        var user = Verifier.Verify(Query()).User;

        Assert.NotNull(user);
        Assert.Equal("", user.FirstName);
        Assert.Null(user.LastName);
        Assert.Null(user.Username);
    }

    [Theory]
    [InlineData("id=494075", "id=494076")]
    [InlineData("username=ada", "username=eve")]
    [InlineData("auth_date=1760000000", "auth_date=1760000001")]
    [InlineData("&username=ada", "")]
    [InlineData("id=494075", "returnUrl=%2F&id=494075")]
    public void Anything_that_was_changed_is_refused(string part, string replacement) =>
        Assert.Equal(TelegramLoginWidgetFailure.InvalidProof, Verifier.Verify(Known.With(part, replacement)).Failure);

    [Fact]
    public void Lifetime_holds_to_its_last_second()
    {
        Assert.Equal(TelegramLoginWidgetFailure.None, Verifier.Verify(Query(("auth_date", "1759996400"))).Failure);
        Assert.Equal(TelegramLoginWidgetFailure.None, Verifier.Verify(Query(("auth_date", "1760000060"))).Failure);
    }

    [Fact]
    public void Init_data_is_no_sign_in_and_a_sign_in_is_no_init_data()
    {
        Assert.Equal(TelegramLoginWidgetFailure.InvalidProof, Verifier.Verify(Example.InitData()).Failure);
        Assert.Equal(TelegramLoginWidgetFailure.InvalidProof, Verifier.Verify(Example.InitData(("id", "494075"))).Failure);
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Known));
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict(Query(("user", "{\"id\":1}"))));
    }

    [Fact]
    public void Sign_in_at_another_bot_is_refused_and_of_several_bots_the_answer_names_the_one()
    {
        Assert.Equal(TelegramLoginWidgetFailure.InvalidProof, New("51000002:example-token").Verify(Known).Failure);

        var options = Options().AddBot("7:one").AddBot(Example.BotToken, "51000001:older").AddBot("8:two");
        var verifier = new TelegramLoginWidgetVerifier(options);
        Assert.Equal(Example.BotId, verifier.Verify(Known).BotId);
        Assert.Equal(Example.BotId, verifier.Verify(Sign(Fields(), "51000001:older")).BotId);
    }

    [Fact]
    public void Refusals_allocate_nothing()
    {
        string[] queries =
        [
            "", "%", new('A', 8192), new('&', 8192), new('x', 1_000_000), PlainQuery.MalformedText, "auth_date=1&id=0", Known + "0", "?" + Known + "0",
            Query(("auth_date", "1")), Query(("auth_date", "1900000000")), Query(("id", "x")),
        ];

        Assert.All(queries, query =>
        {
            Assert.False(Verifier.Verify(query).Succeeded);
            Assert.Equal(0, Allocations.Least(() => Verifier.Verify(query)));
        });
    }

    [Fact]
    public void Verdict_is_that_of_the_plain_verifier()
    {
        var random = new Random(15);
        string[] ids = ["494075", "494075", "494075", "0", "x", "1 "];
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var round = 0; round < 8_000; round++)
        {
            var fields = Fields(
                ("id", ids[random.Next(ids.Length)]),
                ("auth_date", $"{Example.Now + random.Next(20) switch { 0 => 61, 1 => 60, 2 => -3600, 3 => -3601, _ => -1 }}"));
            var query = PlainQuery.Change(random, Sign(fields, random.Next(10) == 0 ? "51000001:x" : Example.BotToken));
            var expected = Expected(query);

            Assert.True(expected == Verifier.Verify(query).Failure.ToString(), $"Expected {expected} for: {query}");
            verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
        }

        Assert.All(Enum.GetNames<TelegramLoginWidgetFailure>(), verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, verdict));
    }

    private static string Expected(string query)
    {
        var fields = PlainQuery.Read(query);

        return fields is null ? "Malformed"
            : fields.GetValueOrDefault("hash", "") == "" ? "MissingProof"
            : fields["hash"] != Hash(fields, Example.BotToken) ? "InvalidProof"
            : PlainQuery.Time(fields) is { } time ? time
            : fields["id"] == "494075" ? "None"
            : "NoUser";
    }

    private static TelegramLoginWidgetVerifierOptions Options() => new() { TimeProvider = new TestClock(Example.Now) };

    private static TelegramLoginWidgetVerifier New(string botToken) => new(Options().AddBot(botToken));

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "494075", ["auth_date"] = "1760000000" };
        Array.ForEach(changes, change => fields[change.Name] = change.Value);
        return fields;
    }

    private static string Query(params (string Name, string Value)[] changes) => Sign(Fields(changes), Example.BotToken);

    private static string Sign(Dictionary<string, string> fields, string botToken) =>
        $"{ReferenceInitData.Query(fields)}&hash={Hash(fields, botToken)}";

    internal static string Hash(IEnumerable<KeyValuePair<string, string>> fields, string botToken) => Convert.ToHexStringLower(HMACSHA256.HashData(
        SHA256.HashData(Encoding.UTF8.GetBytes(botToken)), Encoding.UTF8.GetBytes(ReferenceInitData.CheckString(fields, "hash"))));
}
