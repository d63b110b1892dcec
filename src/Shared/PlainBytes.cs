using System.Runtime.Intrinsics;

namespace MiniApp;

/// <summary>
/// Works on 32 bytes of a query at once. A verification reads and writes a dozen short parts; going through each with the general
/// searches and copies costs more in calls and mispredicted branches than the bytes are worth, a tenth of the whole verification.
/// </summary>
internal static class PlainBytes
{
    public const int BlockLength = 32;

    /// <summary>A bit for each byte that form-encoding leaves as it is: <c>A-Z a-z 0-9 - _ .</c>.</summary>
    public static uint Mask(ReadOnlySpan<byte> block)
    {
        var bytes = Vector256.Create(block);
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        var marks = Vector256.Equals(bytes, Vector256.Create((byte)'-'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'_'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'.'));

        return (letters | digits | marks).ExtractMostSignificantBits();
    }

    /// <summary>
    /// Copies a whole block, whatever part of it is wanted: what is written beyond that part is to be overwritten.
    /// </summary>
    public static void Copy(ReadOnlySpan<byte> source, Span<byte> destination) =>
        Vector256.Create(source[..BlockLength]).CopyTo(destination[..BlockLength]);
}
