using System.Security.Cryptography;
using System.Text;
using MiniApp.Tests;

namespace MaxMiniApp.Tests;

/// <summary>Every rule of a card that the bot gets by a button: the case that holds, the case just past it, and the attack on it.</summary>
public class MaxContactCardTests
{
    private const string Card =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:ez-vcard 0.12.0\r\nTEL;TYPE=cell:79111234567\r\nFN:Ада Лавлейс\r\nEND:VCARD\r\n";

    /// <summary>Computed by another language's HMAC, apart from all that is here.</summary>
    private const string Known = "f101ae1667a700be4ebfd0b5bfc55cd175da6cb7d376ea05dac6ff3210b92681";

    private static readonly MaxContactVerifier Verifier = new(Example.BotToken);

    /// <summary>Each failure that a card can have, in the order of the verdict.</summary>
    public static TheoryData<MaxContactFailure, string?, string?> Faults => new()
    {
        { MaxContactFailure.MissingParameter, null, Known },
        { MaxContactFailure.MissingParameter, "", Known },
        { MaxContactFailure.MissingParameter, "x", null },
        { MaxContactFailure.MissingParameter, "x", "" },
        { MaxContactFailure.Malformed, "x", "x" },
        { MaxContactFailure.Malformed, "TEL:79111234567", Hash("TEL:79111234567") },
        { MaxContactFailure.Malformed, " " + Card, Hash(" " + Card) },
        { MaxContactFailure.Malformed, "begin:vcard\r\n", Hash("begin:vcard\r\n") },
        { MaxContactFailure.Malformed, Card + "\ud83d", Hash(Card + "\ufffd") },
        { MaxContactFailure.Malformed, Card.PadRight(MaxContactVerifier.MaxCardLength + 1), Hash(Card.PadRight(MaxContactVerifier.MaxCardLength + 1)) },
        { MaxContactFailure.InvalidProof, "BEGIN:VCARD", Known },
        { MaxContactFailure.InvalidProof, Card, "x" },
        { MaxContactFailure.NoPhoneNumber, "BEGIN:VCARD", Hash("BEGIN:VCARD") },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void First_fault_in_the_order_is_the_verdict(MaxContactFailure expected, string? card, string? hash)
    {
        var result = Verifier.VerifyCard(card, hash);

        Assert.Equal(expected, result.Failure);
        Assert.False(result.Succeeded);
        Assert.Null(result.PhoneNumber);
    }

    [Fact]
    public void Answer_that_nobody_gave_is_no_success() => Assert.False(default(MaxContactCardResult).Succeeded);

    [Fact]
    public void Known_answer_is_accepted_and_read()
    {
        var result = Verifier.VerifyCard(Card, Known);

        Assert.True(result.Succeeded, $"{result.Failure}");
        Assert.Equal("79111234567", result.PhoneNumber);
        Assert.Equal(MaxContactFailure.None, result.Failure);
    }

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("\r\n", "\r")]
    [InlineData("\r\n", "\\r\\n")]
    [InlineData("\r\n", "\n\r")]
    [InlineData("\r\n", "\r\r\n")]
    [InlineData("\r\n", " ")]
    [InlineData("VCARD\r\n", "VCARD\r\n\r\n")]
    [InlineData("79111234567", "79111234568")]
    [InlineData("79111234567", "+79111234567")]
    [InlineData("Ада", "ада")]
    [InlineData("END:VCARD\r\n", "END:VCARD")]
    public void Card_is_hashed_as_MAX_sent_it_to_the_last_line_end(string part, string replacement)
    {
        var changed = Card.Replace(part, replacement, StringComparison.Ordinal);

        Assert.NotEqual(Card, changed);
        Assert.Equal(MaxContactFailure.InvalidProof, Verifier.VerifyCard(changed, Known).Failure);
        Assert.NotEqual(MaxContactFailure.InvalidProof, Verifier.VerifyCard(changed, Hash(changed)).Failure);
    }

    [Theory]
    [InlineData("TEL:7", "7")]
    [InlineData("tel;type=CELL;pref=1: +7 911 ", "+7 911")]
    [InlineData("N:TEL:1\r\nTEL;TYPE=cell:7", "7")]
    [InlineData("TEL:7\r\nTELX:8\r\nTEL\r\nXTEL:9", "7")]
    public void Phone_number_is_the_one_of_the_card(string lines, string expected)
    {
        var card = $"BEGIN:VCARD\r\n{lines}\r\nEND:VCARD\r\n";
        Assert.Equal(expected, Verifier.VerifyCard(card, Hash(card)).PhoneNumber);
    }

    [Theory]
    [InlineData("FN:Ada")]
    [InlineData("TEL:")]
    [InlineData("TEL;TYPE=cell")]
    [InlineData("TEL:7\r\nTEL:8")]
    [InlineData("TEL:7\r\nTEL:7")]
    [InlineData("FN:Eve\nTEL:8\r\nTEL:7")]
    [InlineData("FN:Eve\rTEL:8\r\nTEL:7")]
    [InlineData("FN:Eve\u2028TEL:8\r\nTEL:7")]
    [InlineData("FN:Eve\nTEL:8")]
    [InlineData("FN:Eve\rTEL:8")]
    [InlineData("FN:Eve\fTEL:8")]
    [InlineData("FN:Eve\u0085TEL:8")]
    [InlineData("FN:Eve\u2028TEL:8")]
    [InlineData("FN:Eve\u2029TEL:8")]
    [InlineData("FN:Eve\n\rTEL:8")]
    public void Card_without_a_phone_number_or_with_two_has_none(string lines)
    {
        var card = $"BEGIN:VCARD\r\n{lines}\r\nEND:VCARD\r\n";
        Assert.Equal(MaxContactFailure.NoPhoneNumber, Verifier.VerifyCard(card, Hash(card)).Failure);
    }

    [Fact]
    public void Card_may_be_as_long_as_the_limit()
    {
        var longest = Card + new string('я', MaxContactVerifier.MaxCardLength - Card.Length);
        Assert.Equal(MaxContactFailure.None, Verifier.VerifyCard(longest, Hash(longest)).Failure);
    }

    [Fact]
    public void Card_of_another_bot_is_refused_and_an_older_token_of_ours_is_not()
    {
        Assert.Equal(MaxContactFailure.InvalidProof, new MaxContactVerifier("other").VerifyCard(Card, Known).Failure);
        Assert.Equal(MaxContactFailure.None, new MaxContactVerifier("newer", Example.BotToken).VerifyCard(Card, Known).Failure);
    }

    [Fact]
    public void Refusals_allocate_nothing() => Assert.All(
        Faults.Select(row => row.Data).Append((MaxContactFailure.Malformed, new string('x', 1_000_000), Known)),
        fault => Assert.Equal(0, Allocations.Least(() => Verifier.VerifyCard(fault.Item2, fault.Item3))));

    [Fact]
    public void Card_with_any_change_has_another_hash()
    {
        var random = new Random(17);
        for (var round = 0; round < 4_000; round++)
        {
            var place = "BEGIN:VCARD".Length + random.Next(Card.Length - "BEGIN:VCARD".Length);
            var changed = random.Next(3) switch
            {
                0 => Card.Remove(place, 1),
                1 => Card.Insert(place, random.Next(2) == 0 ? "\r" : "\u0661"),
                _ => Card[..place] + (char)(Card[place] + 1) + Card[(place + 1)..],
            };

            Assert.Equal(changed == Card ? MaxContactFailure.None : MaxContactFailure.InvalidProof, Verifier.VerifyCard(changed, Known).Failure);
            Assert.NotEqual(MaxContactFailure.InvalidProof, Verifier.VerifyCard(changed, Hash(changed)).Failure);
        }
    }

    internal static string Hash(string card, string botToken = Example.BotToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(botToken), Encoding.UTF8.GetBytes(card)));
}
