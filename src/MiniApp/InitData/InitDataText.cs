using System.Text;

namespace MiniApp;

/// <summary>
/// The two texts of init data: the check string, which is proved, and the query, which is sent. The check string is every field as
/// <c>name=value</c>, decoded, in the ordinal order of the names, joined by line feeds.
/// </summary>
internal static class InitDataText
{
    /// <summary>How many bytes <see cref="WriteCheckString"/> needs at most for fields that were read from a text of this length.</summary>
    public static int MaxByteCount(int textLength) => textLength + 1;

    /// <summary>Writes the check string of the fields but one.</summary>
    /// <param name="sorted">The fields in the order of their names.</param>
    /// <param name="text">The text that they stand in.</param>
    /// <param name="destination">Where the check string goes.</param>
    /// <param name="omitted">The name of a field to leave out; empty for none.</param>
    public static int WriteCheckString(
        in SortedParameters sorted, ReadOnlySpan<byte> text, Span<byte> destination, ReadOnlySpan<byte> omitted)
    {
        var written = 0;
        for (var rank = 0; rank < sorted.Count; rank++)
        {
            ref readonly var field = ref sorted[rank];
            var name = field.Name(text);
            if (name.SequenceEqual(omitted))
            {
                continue;
            }

            var value = field.Value(text);
            name.CopyTo(destination[written..]);
            written += name.Length;
            destination[written++] = (byte)'=';
            value.CopyTo(destination[written..]);
            written += value.Length;
            destination[written++] = (byte)'\n';
        }

        return Math.Max(written - 1, 0);
    }

    /// <summary>The check string of fields in any order.</summary>
    public static byte[] CreateCheckString(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var lines = fields
            .Select(field => (Name: Encoding.UTF8.GetBytes(field.Key), Line: Encoding.UTF8.GetBytes($"\n{field.Key}={field.Value}")))
            .ToArray();
        Array.Sort(lines, (x, y) => x.Name.AsSpan().SequenceCompareTo(y.Name));

        return [.. lines.SelectMany(line => line.Line).Skip(1)];
    }

    /// <summary>The query of these fields, in their order.</summary>
    public static string CreateQuery(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Encode(field.Key)}={Encode(field.Value)}"));

    private static string Encode(string decoded)
    {
        var utf8 = Encoding.UTF8.GetBytes(decoded);
        var encoded = new byte[FormUrlEncoding.MaxByteCount(utf8.Length)];
        return Encoding.ASCII.GetString(encoded, 0, FormUrlEncoding.Encode(utf8, encoded, FormUrlStyle.Rfc3986));
    }
}
