using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MiniApp.Fuzz;

/// <summary>
/// Eleven ways to break a rule, as libraries of others do, to see that each is found. The library itself is not changed: what it is asked, or what is
/// made of its answer, is what one would have whose rule is broken.
/// </summary>
internal static partial class Plants
{
    private static readonly Dictionary<int, (string Rule, string Target, Func<FuzzTarget, Func<string, string>> Break)> All = new()
    {
        [1] = ("Of two parameters of one name, the first counts.",
            "vk-launch", target => token => target.Actual(WithoutSecond(token))),
        [2] = ("White space of any alphabet around a token is nothing.",
            "vk-launch", target => token => target.Actual(token.Trim())),
        [3] = ("A plus sign is a plus sign, and no space.",
            "vk-launch", target => token => target.Actual(token.Contains('&', StringComparison.Ordinal) ? token.Replace("+", "%2B", StringComparison.Ordinal) : token)),
        [4] = ("What is as old as its lifetime and one second is good.",
            "vk-launch", _ => OneSecondMore()),
        [5] = ("White space inside of base64 is nothing.",
            "vk-launch", target => token => target.Actual(token.Contains('&', StringComparison.Ordinal) ? token : WhiteSpace().Replace(token, ""))),
        [6] = ("Of two members of one name, the last counts.",
            "vk-object", target => token => target.Actual(WithLastMembers(token))),
        [7] = ("A proof in upper-case hex is good.",
            "telegram", target => token => target.Actual(Hash().Replace(token, hash => hash.Value.ToLowerInvariant()))),
        [8] = ("Of two envelopes, the first counts.",
            "max", target => token => target.Actual(SecondEnvelope().Replace(token, "${first}"))),
        [9] = ("A contact is good whoever is signed in.",
            "telegram-contact", target => input => target.Actual(input) is "OtherUser" ? FuzzTarget.Good() : target.Actual(input)),
        [10] = ("A session is good in the second in which it ends.",
            "session", target => input => target.Actual(input.Replace("900\u001e", "899\u001e", StringComparison.Ordinal))),
        [11] = ("A user's id has 32 bits.",
            "vk-launch", target => token => LongId().Replace(target.Actual(token), id => $"{unchecked((uint)long.Parse(id.Value, CultureInfo.InvariantCulture))}")),
    };

    public static IEnumerable<int> Numbers => All.Keys;

    /// <summary>What the rule has become.</summary>
    public static string Describe(int number) => $"planted: {All[number].Rule}";

    public static FuzzTarget Find(int number)
    {
        var (_, name, plant) = All[number];
        var target = FuzzTargets.All.Single(all => all.Name == name);
        return new PlantedTarget(target, number, plant(target));
    }

    /// <summary>Of signed parameters of one name, the first is the one that counts. The rest stay, so that no limit of their number is found instead.</summary>
    private static string WithoutSecond(string token) => string.Join(
        '&',
        token.Split('&').Index().DistinctBy(part => NameOf(part.Item) ?? $"{part.Index}", StringComparer.Ordinal).Select(part => part.Item));

    private static string? NameOf(string part) => part.Split('=') is [var name, _, ..] && IsSigned(name) ? name : null;

    private static bool IsSigned(string name) => name == "sign" || name.StartsWith("vk_", StringComparison.Ordinal);

    /// <summary>What is as old as the lifetime and a second is good.</summary>
    private static Func<string, string> OneSecondMore()
    {
        var verifier = VkLaunchTarget.Verifier(options => options.Lifetime += TimeSpan.FromSeconds(1));
        return token => VkLaunchTarget.Verdict(verifier, token);
    }

    /// <summary>Of signed members of one name, the last is the one that counts. The rest stay, so that no limit of their number is found instead.</summary>
    private static string WithLastMembers(string token)
    {
        try
        {
            using var json = JsonDocument.Parse(token.StartsWith('{') ? token : "{}");
            var members = json.RootElement.EnumerateObject().ToList();
            var last = members.AsEnumerable().Reverse().Index()
                .DistinctBy(member => IsSigned(member.Item.Name) ? member.Item.Name : $"{member.Index}", StringComparer.Ordinal).Select(member => member.Item).ToList();
            return last.Count == members.Count ? token
                : $"{{{string.Join(',', last.Select(member => $"{JsonSerializer.Serialize(member.Name)}:{member.Value.GetRawText()}"))}}}";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return token;
        }
    }

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.None, 60_000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"(?<=^None\nvk:)\d+", RegexOptions.None, 60_000)]
    private static partial Regex LongId();

    [GeneratedRegex("(?<=hash=)[0-9A-Fa-f]{64}(?![^&])", RegexOptions.None, 60_000)]
    private static partial Regex Hash();

    [GeneratedRegex("(?<first>WebAppData=[^&]*)&WebAppData=[^&]*", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex SecondEnvelope();
}
