using System.Runtime.Intrinsics;

namespace MiniApp;

/// <summary>
/// The bytes that form-encoding leaves as they are, <c>A-Z a-z 0-9 - _ .</c>: RFC 3986's unreserved characters, but for the tilde. They
/// are told from the others, and copied, many at once. A verification reads and writes a dozen short parts; going through each with the
/// general searches and copies costs more in calls and mispredicted branches than the bytes are worth, a tenth of the whole verification.
/// </summary>
internal static class UnreservedBytes
{
    /// <summary>What <see cref="FindReserved"/> looks at, and how far beyond its end a text must go on.</summary>
    public const int BlockLength = 64;

    private const int Half = BlockLength / 2;

    /// <summary>A bit for each byte of a block that is not unreserved.</summary>
    public static ulong FindReserved(ReadOnlySpan<byte> block) =>
        ~(FindUnreserved(block[..Half]) | (ulong)FindUnreserved(block[Half..]) << Half);

    /// <summary>A bit for each byte of a block that is this one.</summary>
    public static ulong Find(ReadOnlySpan<byte> block, byte one) => FindInHalf(block[..Half], one) | (ulong)FindInHalf(block[Half..], one) << Half;

    /// <summary>A bit for each of the first bytes of a block, above 0; for all of them where there are more.</summary>
    public static ulong First(int count) => count >= BlockLength ? ulong.MaxValue : (1UL << count) - 1;

    /// <summary>Copies by half blocks: what is copied behind the bytes asked for is to be overwritten.</summary>
    public static void Copy(ReadOnlySpan<byte> source, Span<byte> destination, int length)
    {
        for (var i = 0; i < length; i += Half)
        {
            Vector256.Create(source.Slice(i, Half)).CopyTo(destination.Slice(i, Half));
        }
    }

    private static uint FindInHalf(ReadOnlySpan<byte> half, byte one) =>
        Vector256.Equals(Vector256.Create(half), Vector256.Create(one)).ExtractMostSignificantBits();

    // Not of Vector512: where the processor has no such registers, a verification then takes a third longer.
    private static uint FindUnreserved(ReadOnlySpan<byte> half)
    {
        var bytes = Vector256.Create(half);
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        var marks = Vector256.Equals(bytes, Vector256.Create((byte)'-'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'_'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'.'));

        return (letters | digits | marks).ExtractMostSignificantBits();
    }
}
