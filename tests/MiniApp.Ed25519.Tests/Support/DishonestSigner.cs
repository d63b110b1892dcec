using System.Numerics;
using static MiniApp.Ed25519.Tests.ReferenceEd25519;

namespace MiniApp.Ed25519.Tests;

/// <summary>
/// Signs like a dishonest signer can, who knows the private scalar but picks keys and nonces of any shape: A = a B + T
/// and R = r B + T' with T and T' of small order.
/// </summary>
internal sealed class DishonestSigner(Random random, ReferenceEd25519.Point smallOrderComponent)
{
    private readonly BigInteger _a = RandomScalar(random);

    public byte[] PublicKey => field ??= (_a * B + smallOrderComponent).Encode();

    public byte[] Sign(byte[] message, BigInteger r, ReferenceEd25519.Point smallOrderComponentOfR) =>
        Sign(message, r, (r * B + smallOrderComponentOfR).Encode());

    /// <summary>Signs with the nonce r, whatever bytes take the place of the encoded R.</summary>
    public byte[] Sign(byte[] message, BigInteger r, byte[] encodedR)
    {
        var s = (r + Hash(encodedR, PublicKey, message) * _a) % L;
        return [.. encodedR, .. ToBytes(s)];
    }

    public static BigInteger RandomScalar(Random random)
    {
        var bytes = new byte[40];
        random.NextBytes(bytes);
        return ToNumber(bytes) % L;
    }
}
