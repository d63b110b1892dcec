using System.Numerics;
using static MiniApp.Ed25519.Tests.ReferenceEd25519;

namespace MiniApp.Ed25519.Tests;

public sealed class SignatureRulesTests
{
    private static readonly byte[] Message = "user_id=1&auth_date=2"u8.ToArray();

    private readonly Ed25519Verifier _verifier = new();
    private readonly byte[] _publicKey;
    private readonly byte[] _signature;

    public SignatureRulesTests() =>
        (_publicKey, _signature) = LibCrypto.Sign(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray(), Message);

    private byte[] R => _signature[..32];

    private BigInteger S => ToNumber(_signature.AsSpan(32));

    [Fact]
    public void Genuine_signature_is_accepted() => Assert.True(_verifier.Verify(_publicKey, Message, _signature));

    [Fact]
    public void S_plus_any_multiple_of_L_is_refused()
    {
        for (var s = S + L; s < BigInteger.Pow(2, 256); s += L)
        {
            Assert.False(_verifier.Verify(_publicKey, Message, [.. R, .. ToBytes(s)]));
        }
    }

    [Fact]
    public void S_at_and_around_L_is_refused()
    {
        foreach (var s in (BigInteger[])[0, 1, L - 1, L, L + 1, BigInteger.Pow(2, 255), BigInteger.Pow(2, 256) - 1])
        {
            Assert.False(_verifier.Verify(_publicKey, Message, [.. R, .. ToBytes(s)]));
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        foreach (var length in (int[])[0, 1, 31, 33, 63, 64, 65, 128])
        {
            byte[] key = [.. _publicKey, .. _publicKey, .. _publicKey, .. _publicKey];
            Assert.False(_verifier.Verify(key.AsSpan(0, length), Message, _signature));
        }

        foreach (var length in (int[])[0, 1, 31, 32, 33, 63, 65, 127, 128])
        {
            byte[] signature = [.. _signature, .. _signature];
            Assert.False(_verifier.Verify(_publicKey, Message, signature.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Every_flipped_bit_is_refused()
    {
        ForEachBit(_signature, flipped => Assert.False(_verifier.Verify(_publicKey, Message, flipped)));
        ForEachBit(Message, flipped => Assert.False(_verifier.Verify(_publicKey, flipped, _signature)));
        ForEachBit(_publicKey, flipped => Assert.False(_verifier.Verify(flipped, Message, _signature)));
    }

    [Fact]
    public void Wrong_R_is_refused_even_if_the_hash_was_taken_over_it()
    {
        var random = new Random(10);
        var signer = new DishonestSigner(random, Identity);
        var r = DishonestSigner.RandomScalar(random);
        var encodedR = (r * B).Encode();

        Assert.True(_verifier.Verify(signer.PublicKey, Message, signer.Sign(Message, r, encodedR)));
        ForEachBit(encodedR, flipped =>
            Assert.False(_verifier.Verify(signer.PublicKey, Message, signer.Sign(Message, r, flipped))));
    }

    [Fact]
    public void Key_with_y_of_p_or_more_is_refused()
    {
        for (var y = P; y < BigInteger.Pow(2, 255); y++)
        {
            foreach (var key in (byte[][])[ToBytes(y), ToBytes(y + BigInteger.Pow(2, 255))])
            {
                Assert.False(_verifier.Verify(key, Message, _signature));
                Assert.False(_verifier.IsValidKey(key));
            }
        }
    }

    [Fact]
    public void R_with_y_of_p_or_more_is_refused()
    {
        for (var y = P; y < BigInteger.Pow(2, 255); y++)
        {
            foreach (var r in (byte[][])[ToBytes(y), ToBytes(y + BigInteger.Pow(2, 255))])
            {
                Assert.False(_verifier.Verify(_publicKey, Message, [.. r, .. ToBytes(S)]));
            }
        }
    }

    [Fact]
    public void Non_canonical_encoding_of_R_is_refused_even_if_the_equation_holds()
    {
        // (0, 1) is the only R with a second encoding that a nonce is known for: r = 0, with y = p + 1 or an odd 0.
        var signer = new DishonestSigner(new Random(11), Identity);
        foreach (var encoding in (BigInteger[])[P + 1, 1 + BigInteger.Pow(2, 255), P + 1 + BigInteger.Pow(2, 255)])
        {
            var signature = signer.Sign(Message, r: 0, encodedR: ToBytes(encoding));

            Assert.False(_verifier.Verify(signer.PublicKey, Message, signature));
            Assert.False(LibCrypto.Verify(signer.PublicKey, Message, signature));
        }
    }

    [Fact]
    public void Key_that_is_minus_zero_is_refused()
    {
        foreach (var y in (BigInteger[])[1, P - 1])
        {
            var key = ToBytes(y + BigInteger.Pow(2, 255));

            Assert.False(_verifier.IsValidKey(key));
            Assert.False(_verifier.Verify(key, Message, _signature));
        }
    }

    [Fact]
    public void Key_of_small_order_is_refused_though_OpenSSL_accepts_it()
    {
        var random = new Random(12);
        foreach (var a in SmallOrderPoints)
        {
            var key = a.Encode();

            // With S = r and R = r B the equation holds whenever h A vanishes: for an eighth of all messages or more.
            var accepted = 0;
            for (var i = 0; i < 64; i++)
            {
                var r = DishonestSigner.RandomScalar(random);
                byte[] signature = [.. (r * B).Encode(), .. ToBytes(r)];
                byte[] message = [(byte)i];
                accepted += LibCrypto.Verify(key, message, signature) ? 1 : 0;

                Assert.False(_verifier.Verify(key, message, signature));
            }

            Assert.NotEqual(0, accepted);
            Assert.False(_verifier.IsValidKey(key));
        }
    }

    [Fact]
    public void R_of_small_order_is_refused_though_OpenSSL_accepts_it()
    {
        // An R without a component in the main group is R = T', for which T' = -h T must hold: T' = 0 under an
        // honest key, and any T' under a key with a component T of order 8.
        var random = new Random(13);
        foreach (var smallR in SmallOrderPoints)
        {
            var signer = new DishonestSigner(random, smallR == SmallOrderPoints[0] ? Identity : SmallOrderPoints[1]);
            var accepted = 0;
            for (var i = 0; i < 64; i++)
            {
                byte[] message = [(byte)i];
                var signature = signer.Sign(message, r: 0, smallR);
                accepted += LibCrypto.Verify(signer.PublicKey, message, signature) ? 1 : 0;

                Assert.False(_verifier.Verify(signer.PublicKey, message, signature));
            }

            Assert.NotEqual(0, accepted);
        }
    }

    [Fact]
    public void Key_with_a_small_order_component_is_refused_though_OpenSSL_accepts_it()
    {
        var random = new Random(14);
        var accepted = 0;
        foreach (var t in SmallOrderPoints.AsSpan(1))
        {
            var signer = new DishonestSigner(random, t);
            for (byte i = 0; i < 32; i++)
            {
                byte[] message = [i];
                var signature = signer.Sign(message, DishonestSigner.RandomScalar(random), SmallOrderPoints[i % 8]);
                accepted += LibCrypto.Verify(signer.PublicKey, message, signature) ? 1 : 0;

                Assert.False(_verifier.Verify(signer.PublicKey, message, signature));
            }

            Assert.False(_verifier.IsValidKey(signer.PublicKey));
        }

        Assert.InRange(accepted, 10, 7 * 32 - 10);
    }

    [Fact]
    public void R_with_a_small_order_component_is_refused()
    {
        var random = new Random(15);
        var signer = new DishonestSigner(random, Identity);
        var r = DishonestSigner.RandomScalar(random);

        Assert.True(_verifier.Verify(signer.PublicKey, Message, signer.Sign(Message, r, Identity)));
        Assert.All(SmallOrderPoints[1..], t => Assert.False(_verifier.Verify(signer.PublicKey, Message, signer.Sign(Message, r, t))));
    }

    [Theory]
    [InlineData("e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d")]
    [InlineData("40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec")]
    public void Telegrams_keys_are_valid(string key) => Assert.True(_verifier.IsValidKey(Convert.FromHexString(key)));

    [Fact]
    public void Key_that_is_no_point_or_of_a_wrong_length_is_not_valid()
    {
        var keys = Enumerable.Range(0, 100).Select(y => ToBytes(y));

        Assert.All(keys, key => Assert.Equal(
            Decode(key) is { HasSmallOrderComponent: false, HasSmallOrder: false }, _verifier.IsValidKey(key)));
        Assert.All(new[] { 0, 31, 33, 64 }, length => Assert.False(_verifier.IsValidKey(new byte[length])));
        Assert.True(_verifier.IsValidKey(_publicKey));
    }

    private static void ForEachBit(byte[] bytes, Action<byte[]> check)
    {
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            check(flipped);
        }
    }
}
