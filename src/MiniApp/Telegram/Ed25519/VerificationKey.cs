using System.Security.Cryptography;

namespace TelegramMiniApp;

/// <summary>A decoded public key A with the multiples of -A, ready to verify any number of signatures.</summary>
internal sealed class VerificationKey
{
    private const int SignatureLength = EdwardsPoint.EncodedLength + Scalar.EncodedLength;

    // One for each thread, since a hash in progress cannot be shared. It is reset with every hash it yields.
    [ThreadStatic]
    private static IncrementalHash? _sha512;

    private readonly byte[] _encoded;
    private readonly FixedPointTable _minusA;

    private VerificationKey(byte[] encoded, FixedPointTable minusA)
    {
        _encoded = encoded;
        _minusA = minusA;
    }

    /// <summary>
    /// Null unless the bytes are the canonical encoding of a point of large order. Under a key of small order one
    /// signature would fit about any message.
    /// </summary>
    public static VerificationKey? TryCreate(ReadOnlySpan<byte> encoded) =>
        TryRead(encoded, out var a) ? new VerificationKey(encoded.ToArray(), new FixedPointTable(-a)) : null;

    /// <summary>Whether <see cref="TryCreate"/> makes a key of these bytes.</summary>
    public static bool IsUsable(ReadOnlySpan<byte> encoded) => TryRead(encoded, out _);

    public bool IsEncodedAs(ReadOnlySpan<byte> encoded) => encoded.SequenceEqual(_encoded);

    /// <remarks>
    /// Of the two equations in RFC 8032 section 5.1.7 this checks the stricter, S B = R + h A without the cofactor, in
    /// the form encode(S B - h A) = R. Comparing bytes spares decoding R and refuses any R that is not canonical.
    /// OpenSSL does likewise, but also accepts an R of small order. No honest signer ever produces one (it would take
    /// a nonce r = 0, giving the private key away as S/h), so here it is refused, as by libsodium and by
    /// ed25519-dalek's verify_strict.
    /// </remarks>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength
            || !Scalar.TryRead(signature[EdwardsPoint.EncodedLength..], out var s))
        {
            return false;
        }

        var r = signature[..EdwardsPoint.EncodedLength];
        var h = HashToScalar(r, message);
        var expectedR = FixedPointTable.MultiplyAndAdd(s, FixedPointTable.BasePoint, h, _minusA);

        Span<byte> encodedR = stackalloc byte[EdwardsPoint.EncodedLength];
        expectedR.Write(encodedR);
        return encodedR.SequenceEqual(r) && !expectedR.HasSmallOrder;
    }

    /// <summary>h = SHA-512(R || A || M) mod L.</summary>
    private Scalar HashToScalar(ReadOnlySpan<byte> r, ReadOnlySpan<byte> message)
    {
        var sha512 = _sha512 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        sha512.AppendData(r);
        sha512.AppendData(_encoded);
        sha512.AppendData(message);

        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        sha512.GetHashAndReset(hash);
        return Scalar.Reduce(hash);
    }

    private static bool TryRead(ReadOnlySpan<byte> encoded, out EdwardsPoint a)
    {
        a = default;
        return encoded.Length == EdwardsPoint.EncodedLength && EdwardsPoint.TryRead(encoded, out a) && !a.HasSmallOrder;
    }
}
