using System.Runtime.InteropServices;

namespace TelegramMiniApp;

/// <summary>What NSec has no word for, of the library that it stands on and brings.</summary>
internal static partial class LibSodium
{
    /// <summary>
    /// Whether the 32 bytes are the canonical encoding of a point of the base point's own group: on the curve, and neither of small
    /// order nor with a component of it
    /// (<see href="https://doc.libsodium.org/advanced/point-arithmetic#point-validation">libsodium's page</see>).
    /// </summary>
    public static bool IsPointOfMainSubgroup(ReadOnlySpan<byte> encoded) => IsValidPoint(encoded) == 1;

    [LibraryImport("libsodium", EntryPoint = "crypto_core_ed25519_is_valid_point")]
    private static partial int IsValidPoint(ReadOnlySpan<byte> encoded);
}
