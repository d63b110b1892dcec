using System.Buffers;
using System.Text;

namespace VkMiniApp;

/// <summary>The text of VK's signatures: 32 bytes in base64url without padding.</summary>
internal static class SignText
{
    public const int Length = 43;

    /// <summary>
    /// Copies a signature that came as text; <see langword="false"/> for one of another length, and for characters outside ASCII,
    /// none of which may be taken for the one whose code is in its lower byte.
    /// </summary>
    public static bool TryCopy(ReadOnlySpan<char> sign, Span<byte> destination) =>
        sign.Length == Length && Ascii.FromUtf16(sign, destination, out _) == OperationStatus.Done;
}
