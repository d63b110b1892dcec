using System.Buffers;
using System.Text;

namespace VkMiniApp;

/// <summary>Reads a signature that came as text.</summary>
internal static class SignText
{
    /// <summary>
    /// Copies a signature that has the destination's length; <see langword="false"/> for any other, and for characters outside ASCII,
    /// none of which may be taken for the one whose code is in its lower byte.
    /// </summary>
    public static bool TryCopy(ReadOnlySpan<char> sign, Span<byte> destination) =>
        sign.Length == destination.Length && Ascii.FromUtf16(sign, destination, out _) == OperationStatus.Done;
}
