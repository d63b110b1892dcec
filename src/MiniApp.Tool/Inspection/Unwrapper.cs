using System.Net;
using System.Text.Json;
using MiniApp.Tool.Platforms;

namespace MiniApp.Tool.Inspection;

/// <summary>
/// Takes off a text what may stand around a token, one layer after the other. Nothing that it finds is what was pasted: a verdict on it
/// is about something else to send.
/// </summary>
internal static class Unwrapper
{
    private const int Deepest = 4;
    private const int Most = 200;

    // What is longer was not wrapped by accident, and would take long.
    private const int Longest = 64 * 1024;

    // A value that is shorter is no token, however it is spelled.
    private const int ShortestValue = 40;

    private static readonly string[] Quotes = ["\"\"", "''", "``", "“”", "«»", "<>", "()"];

    /// <summary>The texts inside, those under the fewest layers first.</summary>
    public static IEnumerable<Wrapping> Find(string pasted)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { pasted };
        var queue = new Queue<Wrapping>([new Wrapping(pasted, [])]);

        while (queue.TryDequeue(out var outer))
        {
            if (outer.Token.Length > Longest || outer.Around.Count == Deepest)
            {
                continue;
            }

            foreach (var (token, layer) in Layers(outer.Token))
            {
                if (seen.Count < Most && token.Length > 0 && seen.Add(token))
                {
                    var inner = new Wrapping(token, [.. outer.Around, layer]);
                    queue.Enqueue(inner);
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<(string Token, string Layer)> Layers(string text)
    {
        yield return (text.Trim(), "it with white space around it");
        yield return (text.TrimEnd(',', ';', '\\', ' '), "it with a mark behind it");

        if (Quotes.FirstOrDefault(pair => text.Length > 1 && text[0] == pair[0] && text[^1] == pair[1]) is not null)
        {
            yield return (text[1..^1], "it in quotation marks");
        }

        foreach (var scheme in AllPlatforms.List.SelectMany(platform => platform.AuthSchemes))
        {
            if (text.StartsWith(scheme + ' ', StringComparison.OrdinalIgnoreCase))
            {
                yield return (text[(scheme.Length + 1)..], $"it with the word {scheme} before it");
            }
        }

        yield return (text.Replace("&amp;", "&", StringComparison.Ordinal), "it as HTML writes it");

        if (text.Contains('\\', StringComparison.Ordinal) && ReadJson($"\"{text}\"") is [var unescaped])
        {
            yield return (unescaped, "it as JSON writes it");
        }

        foreach (var member in text.StartsWith('{') || text.StartsWith('[') ? ReadJson(text) : [])
        {
            yield return (member, "JSON around it");
        }

        if (text.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0)
        {
            yield return (text[(mark + 1)..], "the fragment");
        }

        if (text.IndexOf('?', StringComparison.Ordinal) is var question and >= 0)
        {
            yield return (text[(question + 1)..], "the address of the page");
        }

        foreach (var part in text.Split('&').Where(part => part.Length > ShortestValue && part.Contains('=', StringComparison.Ordinal)))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            yield return (WebUtility.UrlDecode(part[(equals + 1)..]), NameOf(part[..equals].Split('?', '#')[^1]));
        }

        if (text.Contains('%', StringComparison.Ordinal))
        {
            yield return (Uri.UnescapeDataString(text), "it percent-encoded once too often");
        }

        if (!text.Contains('&', StringComparison.Ordinal) && DecodedToken.TryDecode(text, out var decoded))
        {
            yield return (decoded, "it in base64 once too often");
        }

        yield return (string.Concat(text.Where(character => !char.IsWhiteSpace(character))), "it with white space inside it");
    }

    private static string NameOf(string parameter) =>
        AllPlatforms.List.Any(platform => platform.Format.Fragment == parameter) ? "the fragment" : $"a parameter {parameter}";

    /// <summary>The texts in a JSON text, an object or a list; none where it is not JSON.</summary>
    private static string[] ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            IEnumerable<JsonElement> elements = json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => json.RootElement.EnumerateObject().Select(member => member.Value),
                JsonValueKind.Array => json.RootElement.EnumerateArray(),
                _ => [json.RootElement],
            };

            return [.. elements.Where(element => element.ValueKind == JsonValueKind.String).Select(element => element.GetString()!)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
