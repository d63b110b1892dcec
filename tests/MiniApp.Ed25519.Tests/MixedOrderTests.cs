using System.Numerics;
using static MiniApp.Ed25519.Tests.ReferenceEd25519;

namespace MiniApp.Ed25519.Tests;

/// <summary>
/// The twelve classes of cases over which implementations of Ed25519 differ, numbered as by Chalkias, Garillot, Nikolaenko, "Taming the
/// many EdDSAs" (<see href="https://eprint.iacr.org/2020/1244">2020</see>). Each case is made here, and shown to be of its class. None is
/// accepted: OpenSSL accepts 0 to 3, and an implementation with the cofactor 4 and 5 as well.
/// </summary>
public sealed class MixedOrderTests
{
    private const int Order8 = 1;

    private readonly Random _random = new(2020);
    private readonly Ed25519Verifier _verifier = new();

    /// <summary>Class 0: S = 0, A and R of small order.</summary>
    [Fact]
    public void Key_and_R_of_small_order_with_S_of_zero_are_refused() => AssertRefused(
        Find(message =>
        {
            var key = SmallOrderPoints[Order8].Encode();
            return SmallOrderPoints.Select(r => new Case(key, message, [.. r.Encode(), .. ToBytes(0)]));
        }),
        withoutCofactor: true);

    /// <summary>Class 1: A of small order, R with a component of small order.</summary>
    [Fact]
    public void Key_of_small_order_is_refused_with_an_R_of_mixed_order()
    {
        var s = DishonestSigner.RandomScalar(_random);

        AssertRefused(
            Find(message =>
            {
                var key = SmallOrderPoints[Order8].Encode();
                return SmallOrderPoints[1..].Select(t => new Case(key, message, [.. (s * B + t).Encode(), .. ToBytes(s)]));
            }),
            withoutCofactor: true);
    }

    /// <summary>Class 2: A with a component of small order, R of small order.</summary>
    [Fact]
    public void R_of_small_order_is_refused_with_a_key_of_mixed_order()
    {
        var signer = new DishonestSigner(_random, SmallOrderPoints[Order8]);

        AssertRefused(
            Find(message => SmallOrderPoints.Select(t => new Case(signer.PublicKey, message, signer.Sign(message, r: 0, t)))),
            withoutCofactor: true);
    }

    /// <summary>Class 3: A and R with components of small order that cancel out, so that both equations hold.</summary>
    [Fact]
    public void Key_and_R_of_mixed_order_are_refused_though_both_equations_hold()
    {
        var signer = new DishonestSigner(_random, SmallOrderPoints[Order8]);
        var r = DishonestSigner.RandomScalar(_random);

        AssertRefused(
            Find(message => SmallOrderPoints[1..].Select(t => new Case(signer.PublicKey, message, signer.Sign(message, r, t)))),
            withoutCofactor: true);
    }

    /// <summary>Class 4: A and R with components of small order that don't cancel out.</summary>
    [Fact]
    public void Key_and_R_of_mixed_order_are_refused_where_the_equation_holds_with_the_cofactor_alone()
    {
        var signer = new DishonestSigner(_random, SmallOrderPoints[Order8]);
        var r = DishonestSigner.RandomScalar(_random);

        AssertRefused(
            Find(
                message => SmallOrderPoints[1..].Select(t => new Case(signer.PublicKey, message, signer.Sign(message, r, t))),
                withoutCofactor: false),
            withoutCofactor: false);
    }

    /// <summary>Class 5: A with a component of small order, R without.</summary>
    [Fact]
    public void Key_of_mixed_order_is_refused_with_an_R_of_prime_order()
    {
        var signer = new DishonestSigner(_random, SmallOrderPoints[Order8]);
        var r = DishonestSigner.RandomScalar(_random);

        AssertRefused(
            Find(message => [new Case(signer.PublicKey, message, signer.Sign(message, r, Identity))], withoutCofactor: false),
            withoutCofactor: false);
    }

    /// <summary>Classes 6 and 7: S is L and more, of an honest key; by one L, and by as many as 32 bytes hold.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(14)]
    public void S_above_L_is_refused(int multiple)
    {
        byte[] message = [(byte)multiple];
        var (key, genuine) = LibCrypto.Sign(new byte[32], message);
        byte[] signature = [.. genuine[..32], .. ToBytes(ToNumber(genuine.AsSpan(32)) + multiple * L)];

        Assert.True(_verifier.Verify(key, message, genuine));
        AssertRefused(new Case(key, message, signature), withoutCofactor: true);
    }

    /// <summary>Classes 8 and 9: R of small order in another than its canonical encoding, hashed as it is or as it should be.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void R_in_another_encoding_is_refused(bool isHashedAsItShouldBe)
    {
        // By a key of the right order, which no rule of keys refuses before.
        var signer = new DishonestSigner(_random, Identity);
        BigInteger[] encodings = [P + 1, P + 1 + BigInteger.Pow(2, 255), 1 + BigInteger.Pow(2, 255)];

        foreach (var encoding in encodings.Select(ToBytes))
        {
            var found = Find(message =>
            {
                var signature = signer.Sign(message, r: 0, isHashedAsItShouldBe ? Identity.Encode() : encoding);
                return [new Case(signer.PublicKey, message, signature)];
            });

            Assert.False(_verifier.Verify(found.PublicKey, found.Message, [.. encoding, .. found.Signature[32..]]));
        }
    }

    /// <summary>Classes 10 and 11: A of small order in another than its canonical encoding, hashed as it is or as it should be.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Key_in_another_encoding_is_refused(bool isHashedAsItShouldBe)
    {
        var s = DishonestSigner.RandomScalar(_random);
        (BigInteger Encoding, BigInteger Canonical)[] keys =
        [
            (P, 0), (P + BigInteger.Pow(2, 255), BigInteger.Pow(2, 255)), (P + 1, 1), (P + 1 + BigInteger.Pow(2, 255), 1),
            (1 + BigInteger.Pow(2, 255), 1), (P - 1 + BigInteger.Pow(2, 255), P - 1),
        ];

        foreach (var (encoding, canonical) in keys)
        {
            var hashed = ToBytes(isHashedAsItShouldBe ? canonical : encoding);
            var found = Find(message => SmallOrderPoints.Select(t => new Case(hashed, message, [.. (s * B + t).Encode(), .. ToBytes(s)])));

            Assert.False(_verifier.Verify(ToBytes(encoding), found.Message, found.Signature));
            Assert.False(_verifier.IsValidKey(ToBytes(encoding)));
        }
    }

    private void AssertRefused(Case @case, bool withoutCofactor)
    {
        var (key, message, signature) = @case;
        var isAcceptedByOpenSsl = withoutCofactor && ToNumber(signature.AsSpan(32)) < L;

        Assert.Equal(withoutCofactor, SignatureEquation.HoldsWithoutCofactor(key, message, signature));
        Assert.True(SignatureEquation.HoldsWithCofactor(key, message, signature));
        Assert.Equal(isAcceptedByOpenSsl, LibCrypto.Verify(key, message, signature));
        Assert.False(_verifier.Verify(key, message, signature));
    }

    /// <summary>The first of the cases for which the equation with the cofactor holds, and the one without it or not.</summary>
    private static Case Find(Func<byte[], IEnumerable<Case>> casesFor, bool withoutCofactor = true) => Enumerable.Range(0, 256)
        .SelectMany(number => casesFor([(byte)number]))
        .First(@case => SignatureEquation.HoldsWithCofactor(@case.PublicKey, @case.Message, @case.Signature)
            && SignatureEquation.HoldsWithoutCofactor(@case.PublicKey, @case.Message, @case.Signature) == withoutCofactor);

    private sealed record Case(byte[] PublicKey, byte[] Message, byte[] Signature);
}
