using System.Globalization;
using TelegramMiniApp.Tests;

namespace MiniApp.Fuzz;

/// <summary>A query that a bot's key proves beside init data: a contact, or a sign-in by the widget. The user's id, and the query.</summary>
/// <param name="name">The name for the command line.</param>
/// <param name="field">The field that says who, and what it may be.</param>
/// <param name="hash">The right proof of fields under a token.</param>
/// <param name="judge">What proved fields that are of now say of a user; never asked for others.</param>
/// <param name="actual">The verdict by the library.</param>
/// <param name="hasMark">Whether the query may begin with a question mark.</param>
internal sealed class PlainQueryTarget(
    string name,
    (string Name, string[] Values) field,
    Func<IReadOnlyCollection<KeyValuePair<string, string>>, string, string> hash,
    Func<Dictionary<string, string>, long, string> judge,
    Func<string, long, string> actual,
    bool hasMark = false)
    : FuzzTarget(name)
{
    private const long UserId = 494075;

    public override Func<string> Inputs(int seed)
    {
        var random = new Random(seed);
        return () =>
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [field.Name] = field.Values[random.Next(field.Values.Length)],
                ["auth_date"] = $"{Example.Now + random.Next(20) switch { 0 => 61, 1 => 60, 2 => -3600, 3 => -3601, _ => -1 }}",
            };
            var proof = hash(fields, random.Next(10) == 0 ? "51000001:x" : Example.BotToken);
            var query = PlainQuery.Change(random, $"{TestSupport.ReferenceInitData.Query(fields)}&hash={proof}");
            return $"{(random.Next(30) == 0 ? 0 : UserId)}{Separator}{query}";
        };
    }

    public override string Expected(string input)
    {
        if (Read(input) is not var (userId, query))
        {
            return "";
        }

        var fields = PlainQuery.Read(hasMark && query.StartsWith('?') ? query[1..] : query);
        return userId <= 0 ? "NoSignedInUser"
            : fields is null ? "Malformed"
            : fields.GetValueOrDefault("hash", "") == "" ? "MissingProof"
            : fields["hash"] != hash(fields, Example.BotToken) ? "InvalidProof"
            : PlainQuery.Time(fields) ?? judge(fields, userId);
    }

    public override string Actual(string input) => Read(input) is var (userId, query) ? actual(query, userId) : "";

    // Without an ampersand it would be base64, which the plain code does not read.
    private static (long UserId, string Query)? Read(string input) =>
        input.Split(Separator) is [var userId, var query] && long.TryParse(userId, CultureInfo.InvariantCulture, out var parsed) && query.Contains('&', StringComparison.Ordinal)
            ? (parsed, query)
            : null;
}
