using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MiniApp;

/// <summary>The fields of init data as the texts that an application reads. Each array is made as long as it stays.</summary>
internal static class InitDataValues
{
    /// <summary>Fields of which none is the hash, in the order of their names.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Read(SortedParameters fields, ReadOnlySpan<byte> text)
    {
        var values = new KeyValuePair<string, string>[fields.Count];
        for (var rank = 0; rank < values.Length; rank++)
        {
            values[rank] = ToPair(fields[rank], text);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>Fields and the hash, which is kept apart from them, in the order of their names.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Read(SortedParameters fields, in QueryParameter hash, ReadOnlySpan<byte> text)
    {
        var values = new KeyValuePair<string, string>[fields.Count + 1];
        var rank = 0;
        while (rank < fields.Count && fields[rank].Name(text).SequenceCompareTo("hash"u8) < 0)
        {
            values[rank] = ToPair(fields[rank], text);
            rank++;
        }

        values[rank] = ToPair(hash, text);
        for (; rank < fields.Count; rank++)
        {
            values[rank + 1] = ToPair(fields[rank], text);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private static KeyValuePair<string, string> ToPair(in QueryParameter field, ReadOnlySpan<byte> text) =>
        new(KnownFieldNames.ToString(field.Name(text)), Utf8Text.ToString(field.Value(text)));
}
