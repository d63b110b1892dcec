using System.Collections.Immutable;
using System.Text;

namespace MiniApp;

/// <summary>
/// The query inside of a token, whoever wrote it, with all that stands in it, whether it is signed or not: for diagnosis, never for a
/// decision.
/// </summary>
public sealed class TokenQuery
{
    internal TokenQuery(ReadOnlySpan<byte> utf8)
    {
        Text = Utf8Text.ToString(utf8);
        Values = Split(utf8.ToArray());
    }

    /// <summary>The query as the platform gave it, still percent-encoded: without base64, and without the address that it stood in.</summary>
    public string Text { get; }

    /// <summary>
    /// Every parameter, decoded, in the order in which they came; a name that is there twice is so here. One without <c>=</c> has an empty
    /// value. What can't be decoded stays as it came.
    /// </summary>
    public ImmutableArray<KeyValuePair<string, string>> Values { get; }

    /// <summary>The decoded value of the first parameter of a name, which may be empty; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">The full name, compared ordinally.</param>
    public string? this[string name] => Values.Find(name);

    private static ImmutableArray<KeyValuePair<string, string>> Split(Span<byte> utf8)
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var range in utf8.Split((byte)'&'))
        {
            var part = utf8[range];
            var equals = part.IndexOf((byte)'=');
            if (!part.IsEmpty)
            {
                values.Add(equals < 0 ? new(Decode(part), "") : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
            }
        }

        return values.ToImmutable();
    }

    private static string Decode(Span<byte> encoded)
    {
        // Decoding goes on where the text stands until it finds a fault.
        var received = Encoding.UTF8.GetString(encoded);
        return FormUrlEncoding.TryDecode(encoded, out var length) ? Utf8Text.ToString(encoded[..length]) : received;
    }
}
