using System.Text;
using System.Text.RegularExpressions;
using MaxMiniApp;
using MaxMiniApp.Tests;
using VkMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>A card that a bot got from MAX: the card, and its proof.</summary>
internal sealed partial class MaxCardTarget() : FuzzTarget("max-card")
{
    private const string BotToken = MaxMiniApp.Tests.Example.BotToken;

    private static readonly string[] Lines =
    [
        "TEL:79111234567", "TEL;TYPE=cell:+7 911", "tel;x=y: 1 ", "TEL:", "TEL", "TELEX:1", " TEL:2", "FN:Ада", "N:;;;", "X-TEL:3", "NOTE:TEL:4", "TEL;:5",
    ];

    private static readonly string[] Ends = ["\r\n", "\r\n", "\r\n", "\n", "\r", "\u2028", "\u0085", "\f"];

    private readonly MaxContactVerifier _verifier = new(BotToken);

    public override Func<string> Inputs(int seed)
    {
        var (random, mutator) = (new Random(seed), new Mutator(seed));
        return () =>
        {
            var card = new StringBuilder("BEGIN:VCARD").Append(Ends[random.Next(3)]);
            for (var count = random.Next(5); count >= 0; count--)
            {
                card.Append(Lines[random.Next(Lines.Length)]).Append(Ends[random.Next(Ends.Length)]);
            }

            var text = random.Next(3) == 0 ? mutator.Mutate(card.ToString()) : card.ToString();
            var proof = SignatureCases.IsText(text) ? MaxContactCardTests.Hash(text, random.Next(8) == 0 ? "other" : BotToken) : "x";
            return $"{(random.Next(8) == 0 ? mutator.Mutate(text) : text)}{Separator}{(random.Next(8) == 0 ? mutator.Mutate(proof) : proof)}";
        };
    }

    public override string Expected(string input) => Read(input) is not var (card, proof) ? ""
        : card.Length == 0 || proof.Length == 0 ? "MissingParameter"
        : card.Length > 8192 || !card.StartsWith("BEGIN:VCARD", StringComparison.Ordinal) || !SignatureCases.IsText(card) ? "Malformed"
        : proof != MaxContactCardTests.Hash(card) ? "InvalidProof"
        : Line().Matches(card).Select(line => (End: line.Groups["end"].Value, Phone: PhoneNumber().Match(line.Groups["text"].Value)))
            .Where(line => line.Phone.Success).ToArray() is [("\r\n", var phone)]
            && phone.Groups["phone"].Value.Trim() is { Length: > 0 } number ? Good(number)
        : "NoPhoneNumber";

    public override string Actual(string input) => Read(input) is not var (card, proof) ? ""
        : _verifier.VerifyCard(card, proof) is var result && result.PhoneNumber is { } number ? Good(number)
        : result.Failure.ToString();

    private static (string Card, string Proof)? Read(string input) =>
        input.Split(Separator) is [var card, var proof] ? (card, proof) : null;

    // A line behind what the framework takes for the end of one. A card's own ends are CR LF.
    [GeneratedRegex("(?<end>\r\n|[\r\n\f\u0085\u2028\u2029])(?<text>[^\r\n\f\u0085\u2028\u2029]*)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Line();

    [GeneratedRegex("^[tT][eE][lL](;[^:]*)?:(?<phone>.*)\\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex PhoneNumber();
}
