using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MiniApp;
using MiniApp.Tests;
using TestSupport;

namespace MaxMiniApp.Tests;

/// <summary>Every rule of a shared phone number: the case that holds, the case just past it, and the attack on it.</summary>
public partial class MaxContactVerifierTests
{
    private const long UserId = 494075;
    private const string Phone = "79111234567";

    /// <summary>Computed by another language's HMAC, apart from all that is here; the second of a time in milliseconds.</summary>
    private const string Known = "0670fa587379b71cf5d158a1eb17f99bc6671a3796a887fc9e0b744a886ff043";
    private const string KnownOfMilliseconds = "7582bbd7a8ba02e5e282b235a1fc0e4fcacba960a8f78767b2906ad685c32a8d";

    private static readonly MaxContactVerifier Verifier = New(Example.BotToken);

    /// <summary>Each failure, in the order of the verdict, by a contact that has faults after it as well.</summary>
    public static TheoryData<MaxContactFailure, string?, long, string?, long> Faults => new()
    {
        { MaxContactFailure.NoSignedInUser, null, -1, null, 0 },
        { MaxContactFailure.NoSignedInUser, Phone, Example.Now, Known, -UserId },
        { MaxContactFailure.MissingParameter, null, -1, "x", UserId },
        { MaxContactFailure.MissingParameter, "", -1, "x", UserId },
        { MaxContactFailure.MissingParameter, "x", -1, null, UserId },
        { MaxContactFailure.MissingParameter, "x", -1, "", UserId },
        { MaxContactFailure.Malformed, Phone, -1, "x", UserId },
        { MaxContactFailure.Malformed, "x", 1, "x", UserId },
        { MaxContactFailure.Malformed, "+", 1, "x", UserId },
        { MaxContactFailure.Malformed, "++7", 1, "x", UserId },
        { MaxContactFailure.Malformed, "7+", 1, "x", UserId },
        { MaxContactFailure.Malformed, "7 911", 1, "x", UserId },
        { MaxContactFailure.Malformed, "\u0667", 1, "x", UserId },
        { MaxContactFailure.Malformed, "7\nuserId=1", 1, "x", UserId },
        { MaxContactFailure.InvalidProof, Phone, 1, "x", UserId },
        { MaxContactFailure.Expired, Phone, Example.Now - 3601, Hash(Example.Now - 3601), UserId },
        { MaxContactFailure.Expired, Phone, 0, Hash(0), UserId },
        { MaxContactFailure.NotYetValid, Phone, Example.Now + 61, Hash(Example.Now + 61), UserId },
        { MaxContactFailure.NotYetValid, Phone, long.MaxValue, Hash(long.MaxValue), UserId },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(MaxContactFailure expected, string? phone, long authDate, string? hash, long userId)
    {
        var result = Verifier.Verify(phone, authDate, hash, userId);

        Assert.Equal(expected, result.Failure);
        Assert.False(result.Succeeded);
        Assert.Null(result.Contact);
    }

    [Fact]
    public void Order_is_that_of_the_enumeration() => Assert.Equal(
        Faults.Select(row => row.Data.Item1).Distinct(), Enum.GetValues<MaxContactFailure>()[1..^1]);

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(MaxContactResult).Succeeded);

    [Theory]
    [InlineData(Phone, 1_760_000_000, Known)]
    [InlineData("+" + Phone, 1_760_000_000, Known)]
    [InlineData(Phone, 1_760_000_000_123, KnownOfMilliseconds)]
    public void Known_answer_is_accepted_and_read(string phone, long authDate, string hash)
    {
        var result = Verifier.Verify(phone, authDate, hash, UserId);

        Assert.True(result.Succeeded, $"{result.Failure}");
        Assert.Equal(Phone, result.Contact.PhoneNumber);
        Assert.Equal(UserId, result.Contact.UserId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Example.Now), result.Contact.AuthDate);
    }

    [Fact]
    public void Time_is_signed_in_its_own_unit()
    {
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(authDate: 1_760_000_000_000, hash: Known));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(authDate: 1_760_000_000, hash: KnownOfMilliseconds));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(authDate: 1_760_000_000_124, hash: KnownOfMilliseconds));
    }

    [Theory]
    [InlineData(-3600, 0, MaxContactFailure.None)]
    [InlineData(-3601, 999, MaxContactFailure.Expired)]
    [InlineData(60, 999, MaxContactFailure.None)]
    [InlineData(61, 0, MaxContactFailure.NotYetValid)]
    public void Lifetime_holds_to_its_last_second_in_either_unit(long seconds, long milliseconds, MaxContactFailure expected)
    {
        var inSeconds = Example.Now + seconds;
        var inMilliseconds = inSeconds * 1000 + milliseconds;

        Assert.Equal(expected, Verdict(authDate: inSeconds, hash: Hash(inSeconds)));
        Assert.Equal(expected, Verdict(authDate: inMilliseconds, hash: Hash(inMilliseconds)));
    }

    [Fact]
    public void Anything_that_was_changed_is_refused()
    {
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(phone: "79111234568"));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(phone: "079111234567"));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(userId: UserId + 1));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(authDate: Example.Now + 1));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: Known.ToUpperInvariant()));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: Known[1..]));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: Known + "0"));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: Known[..^1] + "\u0433"));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: new string('0', 10_000_000)));
    }

    [Fact]
    public void Phone_number_may_be_as_long_as_the_limit_and_no_longer()
    {
        var longest = new string('9', MaxContactVerifier.MaxPhoneLength);

        Assert.Equal(MaxContactFailure.None, Verdict(phone: longest, hash: Hash(Example.Now, longest)));
        Assert.Equal(MaxContactFailure.None, Verdict(phone: "+" + longest, hash: Hash(Example.Now, longest)));
        Assert.Equal(MaxContactFailure.Malformed, Verdict(phone: longest + "9", hash: Hash(Example.Now, longest + "9")));
        Assert.Equal(MaxContactFailure.Malformed, Verdict(phone: new string('9', 10_000_000)));

        // The longest text of all has room too.
        Assert.Equal(
            MaxContactFailure.NotYetValid,
            Verdict(phone: longest, authDate: long.MaxValue, hash: Hash(long.MaxValue, longest, long.MaxValue), userId: long.MaxValue));
    }

    [Fact]
    public void Hash_under_another_key_is_refused()
    {
        var text = $"authDate={Example.Now}\nphone={Phone}\nuserId={UserId}";

        // Under another bot's token, and under the key that init data has, with "WebAppData" in it.
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: Hash(Example.Now, botToken: "other")));
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: ReferenceInitData.Hash(text, Example.BotToken)));
    }

    [Fact]
    public void Card_with_the_text_of_a_phone_number_is_no_card()
    {
        var text = $"authDate={Example.Now}\nphone={Phone}\nuserId={UserId}";
        Assert.Equal(MaxContactFailure.Malformed, Verifier.VerifyCard(text, Known).Failure);
    }

    [Fact]
    public void Contact_is_no_init_data_and_init_data_no_contact()
    {
        Assert.Equal(InitDataFailure.InvalidProof, Example.Verdict($"auth_date={Example.Now}&phone={Phone}&userId={UserId}&hash={Known}"));
        Assert.Equal(InitDataFailure.Malformed, Example.Verdict($"authDate={Example.Now}&phone={Phone}&userId={UserId}&hash={Known}"));

        var initData = Example.InitData();
        Assert.Equal(MaxContactFailure.InvalidProof, Verdict(hash: initData[^64..]));
    }

    [Fact]
    public void Every_token_of_every_bot_is_accepted()
    {
        var verifier = new MaxContactVerifier(Options().AddBot("one", "older").AddBot("two"));

        Assert.All(new[] { "one", "older", "two" }, token => Assert.True(Verify(Hash(Example.Now, botToken: token))));
        Assert.False(Verify(Known));

        bool Verify(string hash) => verifier.Verify(Phone, Example.Now, hash, UserId).Succeeded;
    }

    [Fact]
    public void Refusals_allocate_nothing()
    {
        Func<MaxContactFailure>[] calls =
        [
            () => Verdict(userId: 0), () => Verdict(phone: ""), () => Verdict(phone: "7 911"), () => Verdict(authDate: -1), () => Verdict(hash: "x"),
            () => Verdict(userId: 1), () => Verifier.Verify(Phone, Example.Now - 3601, Old, UserId).Failure,
        ];

        Assert.All(calls, call =>
        {
            Assert.NotEqual(MaxContactFailure.None, call());
            Assert.Equal(0, Allocations.Least(call));
        });
    }

    private static readonly string Old = Hash(Example.Now - 3601);

    [Fact]
    public void Verdict_is_that_of_the_plain_verifier()
    {
        var random = new Random(16);
        string?[] phones = [Phone, Phone, Phone, "+" + Phone, "+7", "", null, "7-911", "٧٩", new('9', 32), new('9', 33), "7\n", "\ud83d"];
        long[] times = [0, 0, -1, -3600, -3601, 60, 61, -Example.Now, -Example.Now - 1];
        var verdicts = new Dictionary<MaxContactFailure, int>();

        for (var round = 0; round < 8_000; round++)
        {
            var phone = phones[random.Next(phones.Length)];
            var authDate = Example.Now + times[random.Next(times.Length)];
            authDate = random.Next(3) == 0 && authDate > 1_000_000_000 ? authDate * 1000 + random.Next(1000) : authDate;
            var userId = random.Next(20) == 0 ? 0 : UserId;
            var right = Hash(authDate, (phone ?? "").TrimStart('+'), userId, random.Next(8) == 0 ? "other" : Example.BotToken);
            string?[] hashes = [right, right, right, right, right, right[1..], right.ToUpperInvariant(), right + "0", null, "", Known];
            var hash = hashes[random.Next(hashes.Length)];
            var expected = Expected(phone, authDate, hash, userId);

            Assert.True(
                expected == Verifier.Verify(phone, authDate, hash, userId).Failure,
                $"Expected {expected} for: {phone} {authDate} {hash} {userId}");
            verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
        }

        Assert.All(Enum.GetValues<MaxContactFailure>()[..^1], verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= 20, $"{verdict}"));
    }

    internal static MaxContactFailure Expected(string? phone, long authDate, string? hash, long userId)
    {
        var age = Example.Now - (authDate > 100_000_000_000 ? authDate / 1000 : authDate);

        return userId <= 0 ? MaxContactFailure.NoSignedInUser
            : string.IsNullOrEmpty(phone) || string.IsNullOrEmpty(hash) ? MaxContactFailure.MissingParameter
            : !PhoneNumber().IsMatch(phone) || authDate < 0 ? MaxContactFailure.Malformed
            : hash != Hash(authDate, phone.TrimStart('+'), userId) ? MaxContactFailure.InvalidProof
            : age > 3600 ? MaxContactFailure.Expired
            : age < -60 ? MaxContactFailure.NotYetValid
            : MaxContactFailure.None;
    }

    private static MaxContactVerifierOptions Options() => new() { TimeProvider = new TestClock(Example.Now) };

    private static MaxContactVerifier New(string botToken) => new(Options().AddBot(botToken));

    private static MaxContactFailure Verdict(string phone = Phone, long authDate = Example.Now, string hash = Known, long userId = UserId) =>
        Verifier.Verify(phone, authDate, hash, userId).Failure;

    internal static string Hash(long authDate, string phone = Phone, long userId = UserId, string botToken = Example.BotToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(botToken),
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"authDate={authDate}\nphone={phone}\nuserId={userId}"))));

    [GeneratedRegex(@"^\+?[0-9]{1,32}\z", RegexOptions.None, 60_000)]
    private static partial Regex PhoneNumber();
}
