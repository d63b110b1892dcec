using System.Collections.Frozen;
using System.Text.Json;
using MiniApp.Tool.Proofs;
using MiniApp.Tool.Terminal;

namespace MiniApp.Tool.Inspection;

/// <summary>A text that may be a proof, taken apart as far as it goes.</summary>
/// <param name="Text">The text, or the object in it.</param>
/// <param name="Spelling">How it is spelled, in words.</param>
/// <param name="Parameters">Its parameters, in the order of their names.</param>
/// <param name="Around">What was around it, the outermost first.</param>
internal sealed record ProofView(string Text, string Spelling, TokenParameter[] Parameters, IReadOnlyList<string> Around)
{
    // A message of MAX has its card some objects deep.
    private const int MostObjects = 100;

    /// <summary>The members of an object that are neither texts nor numbers.</summary>
    public IReadOnlySet<string> Mistyped { get; private init; } = FrozenSet<string>.Empty;

    public bool IsObject { get; private init; }

    public IReadOnlySet<string> Names => Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What may be a proof in a text: each of the objects in it, or the query that it is.</summary>
    public static IEnumerable<ProofView> Read(Wrapping wrapping)
    {
        var text = wrapping.Token;
        return text.TrimStart().StartsWith('{') || text.TrimStart().StartsWith('[')
            ? ReadObjects(text, wrapping.Around)
            : [ReadQuery(text, wrapping.Around)];
    }

    /// <summary>What a proof's verifier gets of it.</summary>
    public ProofFields ToFields(Proof proof) => new(
        IsObject && proof.IsQueryOfObject ? ToQuery() : Text,
        [.. Parameters.Select(parameter =>
            KeyValuePair.Create(parameter.Name, Mistyped.Contains(parameter.Name) ? null : parameter.Value))]);

    /// <summary>Reads a query, or that of an address: a browser brings a sign-in there, and a server finds the query alone.</summary>
    private static ProofView ReadQuery(string text, IReadOnlyList<string> around)
    {
        var isAddress = HttpAddress.TryParse(text, out var address);
        var query = isAddress ? address!.Query.TrimStart('?') : text;

        return new ProofView(
            query,
            "a query",
            ParameterReader.Read(query.StartsWith('?') ? query[1..] : query),
            isAddress ? [.. around, "the address of the page"] : around);
    }

    private static List<ProofView> ReadObjects(string text, IReadOnlyList<string> around)
    {
        var views = new List<ProofView>();
        try
        {
            using var json = JsonDocument.Parse(text);
            string[] deeper = [.. around, "JSON around it"];
            var queue = new Queue<(JsonElement Element, IReadOnlyList<string> Around)>([(json.RootElement, around)]);
            while (views.Count < MostObjects && queue.TryDequeue(out var next))
            {
                if (next.Element.ValueKind == JsonValueKind.Object)
                {
                    views.Add(ReadObject(next.Element, next.Around));
                }

                foreach (var inner in Inside(next.Element))
                {
                    queue.Enqueue((inner, deeper));
                }
            }

            return views;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static IEnumerable<JsonElement> Inside(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };

    private static ProofView ReadObject(JsonElement element, IReadOnlyList<string> around)
    {
        JsonProperty[] members = [.. element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)];

        return new ProofView(
            element.GetRawText(),
            "JSON",
            [.. members.Select(member => new TokenParameter(member.Name, TextOf(member.Value), IsNameBroken: false, IsValueBroken: false))],
            around)
        {
            IsObject = true,
            Mistyped = members
                .Where(member => member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                .Select(member => member.Name)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>The query of an object, as <c>new URLSearchParams(object)</c> makes it.</summary>
    private string ToQuery() => string.Join('&', Parameters.Select(parameter =>
        $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value ?? "")}"));
}
