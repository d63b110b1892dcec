using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MiniApp.Tool.Proofs;

/// <summary>A proof that was signed, in the forms that it goes about in.</summary>
/// <param name="Query">All that is signed, and the proof, as a query.</param>
/// <param name="Json">What a page or a bot gets, as an object; <see langword="null"/> where the platform makes none.</param>
internal sealed record SignedProof(string Query, string? Json)
{
    /// <summary>A proof of which the query has more than the page gets: what the page knows already.</summary>
    /// <param name="known">What is signed, and the page knows already.</param>
    /// <param name="given">What the page gets. A number stays one.</param>
    public static SignedProof Of(IEnumerable<KeyValuePair<string, object>> known, params KeyValuePair<string, object>[] given) =>
        new(ToQuery([.. known, .. given]), ToJson(given));

    public static KeyValuePair<string, object> Field(string name, object value) => new(name, value);

    public static string ToJson(IEnumerable<KeyValuePair<string, object>> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                if (value is long number)
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    json.WriteString(name, (string)value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string ToQuery(IEnumerable<KeyValuePair<string, object>> fields) => string.Join('&', fields.Select(field =>
        $"{field.Key}={Uri.EscapeDataString(Convert.ToString(field.Value, CultureInfo.InvariantCulture)!)}"));
}
