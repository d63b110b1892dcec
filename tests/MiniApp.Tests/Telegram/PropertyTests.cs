using System.Text;
using System.Text.Json;
using MaxMiniApp;
using MiniApp;
using TestSupport;

namespace TelegramMiniApp.Tests;

/// <summary>What holds for every token, on tens of thousands of them. The seeds are fixed, so a run repeats; a failure names the token.</summary>
public class PropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Verdict_by_hash_is_that_of_the_reference_verifier(int seed)
    {
        var reference = new ReferenceVerifier { Now = Example.Now, BotToken = Example.BotToken };

        AssertVerdicts(new CaseGenerator(seed, Example.BotToken, Example.Now), reference, Example.Verifier(), count: 8_000, least: 20);
    }

    [Fact]
    public void Verdict_by_signature_is_that_of_the_reference_verifier_and_OpenSSL()
    {
        var reference = new ReferenceVerifier { Now = Example.Now, HasRightSignature = HasRightSignature };

        AssertVerdicts(new CaseGenerator(3, Example.BotToken, Example.Now, Sign), reference, Example.ThirdParty(), count: 3_000, least: 5);
    }

    [Fact]
    public void Verdict_by_both_proofs_is_that_of_the_reference_verifier_and_OpenSSL()
    {
        var reference = new ReferenceVerifier { Now = Example.Now, BotToken = Example.BotToken, HasRightSignature = HasRightSignature };

        AssertVerdicts(new CaseGenerator(4, Example.BotToken, Example.Now, Sign), reference, Example.Both(), count: 3_000, least: 5);
    }

    [Fact]
    public void Garbage_of_every_kind_is_refused_without_an_exception()
    {
        var generator = new CaseGenerator(5, Example.BotToken, Example.Now);
        var reference = new ReferenceVerifier { Now = Example.Now, BotToken = Example.BotToken };

        for (var i = 0; i < 10_000; i++)
        {
            var token = generator.NextGarbage();
            AssertVerdict(reference.Verdict(token), token, Example.Verifier());
        }
    }

    [Fact]
    public void Values_of_good_init_data_are_what_was_proved()
    {
        var generator = new CaseGenerator(6, Example.BotToken, Example.Now);
        var verifier = Example.Verifier();

        for (var i = 0; i < 2_000; i++)
        {
            var fields = generator.NextFields();
            fields["hash"] = ReferenceInitData.Hash(fields, Example.BotToken);
            var initData = verifier.Verify(ReferenceInitData.Query(fields)).InitData!;

            Assert.Equal(
                fields.OrderBy(field => Convert.ToHexString(Encoding.UTF8.GetBytes(field.Key)), StringComparer.Ordinal),
                initData.Values);
        }
    }

    [Fact]
    public void Changed_character_anywhere_is_refused()
    {
        // A signature in the fields, so that the two proofs cover each other.
        var proved = Example.Proved();
        var (byHash, bySignature, both) = (Example.Verifier(), Example.ThirdParty(), Example.Both());
        var hash = proved.IndexOf("hash=", StringComparison.Ordinal);

        for (var place = 0; place < proved.Length; place++)
        {
            foreach (var replacement in (string[])["", "0", "a", "B", "_", "&", "=", "%", "+", "%00", " ", "ё", "\0", ((char)(proved[place] ^ 1)).ToString()])
            {
                var changed = proved[..place] + replacement + proved[(place + 1)..];

                // Another spelling of the same text is no change: %7b for %7B.
                if (replacement == proved[place].ToString() || Decoded(changed) == Decoded(proved))
                {
                    continue;
                }

                Assert.True(byHash.Check(changed) != InitDataFailure.None, changed);
                Assert.True(both.Check(changed) != InitDataFailure.None, changed);
                Assert.True(place >= hash - 1 || bySignature.Check(changed) != InitDataFailure.None, changed);
            }
        }

        static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    [Fact]
    public void User_that_passes_the_check_can_be_read_whatever_its_JSON()
    {
        const string Json = """{"id":42,"first_name":"A\u0041\ud83d\ude00\n","is_premium":true,"additional":{"$id":[1,null]},"$type":"x","chat":{"type":"group"},"last_name":null}""";
        const string Pieces = "{}[]:,\"\\u0dDbx1-.eE tfn";
        var random = new Random(8);
        var (read, refused) = (0, 0);

        for (var i = 0; i < 40_000; i++)
        {
            var text = new StringBuilder(Json);
            for (var changes = random.Next(4); changes > 0; changes--)
            {
                var (place, piece) = (random.Next(text.Length), Pieces[random.Next(Pieces.Length)]);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(place, 1),
                    1 => text.Insert(place, piece),
                    _ => text.Replace(text[place], piece, place, 1),
                };
            }

            var utf8 = Encoding.UTF8.GetBytes(text.ToString());
            var scratch = new byte[utf8.Length];
            var memory = new JsonMember[utf8.Length / JsonMembersReader.ShortestMember];
            var id = 0L;
            var isUser = JsonMembersReader.TryRead(utf8, memory, scratch, out var members) && members.TryReadId("id"u8, out id);
            var user = JsonObjects.Read(utf8, memory, scratch, TelegramUserReader.Read);
            var userOfMax = JsonObjects.Read(utf8, memory, scratch, MaxUserReader.Read);

            Assert.Equal(FindsId(utf8), isUser);
            Assert.True(isUser == user is not null && (user is null || user.Id == id), text.ToString());
            Assert.True(isUser == userOfMax is not null && (userOfMax is null || userOfMax.Id == id), text.ToString());
            Assert.Equal(isUser, JsonObjects.Read(utf8, memory, scratch, "id"u8, TelegramJson.Default.TelegramChat) is not null);
            (read, refused) = isUser ? (read + 1, refused) : (read, refused + 1);
        }

        Assert.InRange(read, 10_000, 35_000);
        Assert.InRange(refused, 5_000, 30_000);
    }

    /// <summary>What the framework's reader says of the same text.</summary>
    private static bool FindsId(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonText.MendHalves(json, new byte[json.Length]).ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().Where(member => member.NameEquals("id")).ToArray() is [{ Value: { ValueKind: JsonValueKind.Number } value }]
                && value.TryGetInt64(out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Sign(Dictionary<string, string> fields) =>
        fields["signature"] = Example.Signature(fields) + (fields.Count % 2 == 0 ? "==" : "");

    private static bool HasRightSignature(IReadOnlyDictionary<string, string> fields)
    {
        var text = fields["signature"];
        text = text.EndsWith("==", StringComparison.Ordinal) ? text[..^2] : text;
        if (text.Length != 86 || !text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
        {
            return false;
        }

        var bytes = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + "==");
        var message = $"{Example.BotId}:WebAppData\n{ReferenceInitData.CheckString(fields, "hash", "signature")}";
        return Example.ToBase64Url(bytes) == text && LibCrypto.Verify(Example.PublicKey, Encoding.UTF8.GetBytes(message), bytes);
    }

    private static void AssertVerdicts(CaseGenerator generator, ReferenceVerifier reference, TelegramInitDataVerifier verifier, int count, int least)
    {
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var token = generator.NextToken();
            var expected = reference.Verdict(token);
            AssertVerdict(expected, token, verifier);
            verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
        }

        // A generator that never makes some verdict would prove nothing about it.
        Assert.All(
            Enum.GetNames<InitDataFailure>(),
            verdict => Assert.True(verdicts.GetValueOrDefault(verdict) >= least, $"{verdict}: {verdicts.GetValueOrDefault(verdict)}"));
    }

    private static void AssertVerdict(string expected, string token, TelegramInitDataVerifier verifier)
    {
        try
        {
            Assert.Equal(expected, verifier.Verify(token).Failure.ToString());
            Assert.Equal(expected, verifier.Check(token).ToString());
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Expected {expected} for: {token}", exception);
        }
    }
}
