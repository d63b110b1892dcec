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

    /// <summary>The digits, the hyphen and the dot stand together in ASCII, with the slash alone between them, which is reserved.</summary>
    private const byte FromHyphenToNine = '9' - '-' + 1;

    /// <summary>A bit for each byte of a block that is not unreserved.</summary>
    public static ulong FindReserved(ReadOnlySpan<byte> block) =>
        Vector512.IsHardwareAccelerated ? FindReservedAtOnce(block) : FindReservedByHalves(block);

    /// <summary>A bit for each byte of a block that is this one.</summary>
    public static ulong Find(ReadOnlySpan<byte> block, byte one) =>
        Vector512.IsHardwareAccelerated ? FindAtOnce(block, one) : FindByHalves(block, one);

    /// <summary>A bit for each of the first bytes of a block, above 0; for all of them where there are more.</summary>
    public static ulong First(int count) => count >= BlockLength ? ulong.MaxValue : (1UL << count) - 1;

    /// <summary>
    /// Copies by whole blocks: what is copied behind the bytes asked for is to be overwritten. Of a launch, nearly every part is one, and a
    /// loop that ends now after one step and now after two is foreseen by no processor.
    /// </summary>
    public static void Copy(ReadOnlySpan<byte> source, Span<byte> destination, int length)
    {
        CopyBlock(source, destination);
        for (var i = BlockLength; i < length; i += BlockLength)
        {
            CopyBlock(source[i..], destination[i..]);
        }
    }

    private static void CopyBlock(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            CopyAtOnce(source, destination);
        }
        else
        {
            CopyByHalves(source, destination);
        }
    }

    internal static void CopyAtOnce(ReadOnlySpan<byte> source, Span<byte> destination) => Vector512.Create(source).CopyTo(destination);

    internal static void CopyByHalves(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        Vector256.Create(source).CopyTo(destination);
        Vector256.Create(source[Half..]).CopyTo(destination[Half..]);
    }

    // Where a processor has registers of a whole block, a verification takes a fortieth less with them; where it has none, a third more.
    internal static ulong FindAtOnce(ReadOnlySpan<byte> block, byte one) =>
        Vector512.Equals(Vector512.Create(block), Vector512.Create(one)).ExtractMostSignificantBits();

    internal static ulong FindByHalves(ReadOnlySpan<byte> block, byte one)
    {
        var all = Vector256.Create(one);
        var first = Vector256.Equals(Vector256.Create(block[..Half]), all).ExtractMostSignificantBits();
        var second = Vector256.Equals(Vector256.Create(block[Half..]), all).ExtractMostSignificantBits();
        return first | (ulong)second << Half;
    }

    internal static ulong FindReservedAtOnce(ReadOnlySpan<byte> block)
    {
        var bytes = Vector512.Create(block);
        var letters = Vector512.LessThan((bytes | Vector512.Create((byte)0x20)) - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        var others = Vector512.LessThan(bytes - Vector512.Create((byte)'-'), Vector512.Create(FromHyphenToNine));
        var underscores = Vector512.Equals(bytes, Vector512.Create((byte)'_'));

        return ~(letters | others | underscores).ExtractMostSignificantBits() | FindAtOnce(block, (byte)'/');
    }

    internal static ulong FindReservedByHalves(ReadOnlySpan<byte> block) =>
        ~(FindUnreserved(block[..Half]) | (ulong)FindUnreserved(block[Half..]) << Half) | FindByHalves(block, (byte)'/');

    /// <summary>A bit for each byte that is unreserved, or a slash.</summary>
    private static uint FindUnreserved(ReadOnlySpan<byte> half)
    {
        var bytes = Vector256.Create(half);
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var others = Vector256.LessThan(bytes - Vector256.Create((byte)'-'), Vector256.Create(FromHyphenToNine));
        var underscores = Vector256.Equals(bytes, Vector256.Create((byte)'_'));

        return (letters | others | underscores).ExtractMostSignificantBits();
    }
}
