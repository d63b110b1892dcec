using System.Numerics;
using static MiniApp.Ed25519.Tests.ReferenceEd25519;

namespace MiniApp.Ed25519.Tests;

/// <summary>
/// The two equations of RFC 8032, section 5.1.7, and nothing of what else makes a signature genuine: to show that a case is of the class that
/// it stands for, and that a verifier without the rule in question would accept it.
/// </summary>
internal static class SignatureEquation
{
    /// <summary>S B = R + h A.</summary>
    public static bool HoldsWithoutCofactor(byte[] publicKey, byte[] message, byte[] signature) =>
        Difference(publicKey, message, signature).IsIdentity;

    /// <summary>8 S B = 8 R + 8 h A.</summary>
    public static bool HoldsWithCofactor(byte[] publicKey, byte[] message, byte[] signature) =>
        Difference(publicKey, message, signature).HasSmallOrder;

    private static Point Difference(byte[] publicKey, byte[] message, byte[] signature)
    {
        var h = Hash(signature.AsSpan(0, 32), publicKey, message);
        return ToNumber(signature.AsSpan(32)) * B + -(DecodeLeniently(signature.AsSpan(0, 32)) + h * DecodeLeniently(publicKey));
    }

    /// <summary>The point of any encoding of it: y is taken modulo p, and -0 for 0.</summary>
    private static Point DecodeLeniently(ReadOnlySpan<byte> encoded)
    {
        var number = ToNumber(encoded);
        var y = number % BigInteger.Pow(2, 255);
        return FromY(y % P, isOdd: number != y) ?? FromY(y % P, isOdd: false) ?? throw new ArgumentException("No point.", nameof(encoded));
    }
}
