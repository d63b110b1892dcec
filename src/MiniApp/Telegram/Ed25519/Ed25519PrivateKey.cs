using System.Numerics;
using System.Security.Cryptography;

namespace TelegramMiniApp;

/// <summary>Signing by RFC 8032 section 5.1.6, for keys that tests make up: it does nothing against being timed.</summary>
internal sealed class Ed25519PrivateKey
{
    private const int SeedLength = 32;

    /// <summary>The order of the base point.</summary>
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + new UInt128(0x14def9dea2f79cd6, 0x5812631a5cf5d3ed);

    private readonly BigInteger _scalar;
    private readonly byte[] _prefix;
    private readonly byte[] _publicKey;

    /// <exception cref="ArgumentException">The seed is not 32 bytes long.</exception>
    public Ed25519PrivateKey(ReadOnlySpan<byte> privateKey)
    {
        if (privateKey.Length != SeedLength)
        {
            throw new ArgumentException($"A private key is {SeedLength} bytes long.", nameof(privateKey));
        }

        var hash = SHA512.HashData(privateKey);
        hash[0] &= 0b1111_1000;
        hash[31] &= 0b0111_1111;
        hash[31] |= 0b0100_0000;

        _scalar = ToNumber(hash.AsSpan(0, SeedLength));
        _prefix = hash[SeedLength..];
        _publicKey = MultiplyBasePoint(_scalar);
    }

    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    public byte[] Sign(byte[] message)
    {
        var nonce = ToNumber(SHA512.HashData([.. _prefix, .. message]));
        var r = MultiplyBasePoint(nonce);
        var h = ToNumber(SHA512.HashData([.. r, .. _publicKey, .. message]));

        return [.. r, .. ToBytes(nonce + h * _scalar)];
    }

    private static byte[] MultiplyBasePoint(BigInteger factor)
    {
        Scalar.TryRead(ToBytes(factor), out var scalar);
        var product = FixedPointTable.MultiplyAndAdd(scalar, FixedPointTable.BasePoint, default, FixedPointTable.BasePoint);

        var encoded = new byte[EdwardsPoint.EncodedLength];
        product.Write(encoded);
        return encoded;
    }

    private static BigInteger ToNumber(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    /// <summary>The number modulo L in 32 bytes.</summary>
    private static byte[] ToBytes(BigInteger number)
    {
        var bytes = new byte[Scalar.EncodedLength];
        (number % L).TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }
}
