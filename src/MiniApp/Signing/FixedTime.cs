using System.Buffers.Binary;

namespace MiniApp;

/// <summary>
/// Comparison in a time that does not depend on where two texts differ. The framework's
/// <see cref="System.Security.Cryptography.CryptographicOperations.FixedTimeEquals"/> goes byte by byte with optimization turned off,
/// which for one signature takes a fifth of its HMAC; eight bytes at a time are as blind and cost next to nothing.
/// </summary>
internal static class FixedTime
{
    /// <summary>Compares two texts of eight bytes or more. Their lengths are no secret.</summary>
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        // The last step overlaps the one before it, so that every length ends in a whole one.
        var last = left.Length - sizeof(ulong);
        var difference = Difference(left, right, last);
        for (var i = 0; i < last; i += sizeof(ulong))
        {
            difference |= Difference(left, right, i);
        }

        return difference == 0;
    }

    private static ulong Difference(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int start) =>
        BinaryPrimitives.ReadUInt64LittleEndian(left[start..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(right[start..]);
}
