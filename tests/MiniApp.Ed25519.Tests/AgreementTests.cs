namespace MiniApp.Ed25519.Tests;

public sealed class AgreementTests
{
    private readonly Ed25519Verifier _verifier = new();

    [Fact]
    public void Verdicts_on_ten_thousand_signatures_and_a_change_of_each_equal_those_of_OpenSSL()
    {
        var random = new Random(8032);
        var accepted = 0;
        foreach (var @case in Cases(random, count: 10_000, maxMessageLength: 1000))
        {
            var isGenuine = _verifier.Verify(@case.PublicKey, @case.Message, @case.Signature);
            accepted += isGenuine ? 1 : 0;

            Assert.Equal(LibCrypto.Verify(@case.PublicKey, @case.Message, @case.Signature), isGenuine);
            Assert.Equal(!@case.IsMutated, isGenuine);
        }

        Assert.Equal(10_000, accepted);
    }

    [Fact]
    public void Verdicts_equal_those_of_the_plain_implementation()
    {
        var random = new Random(8033);
        foreach (var @case in Cases(random, count: 100, maxMessageLength: 200))
        {
            Assert.Equal(
                ReferenceEd25519.Verify(@case.PublicKey, @case.Message, @case.Signature),
                _verifier.Verify(@case.PublicKey, @case.Message, @case.Signature));
        }
    }

    [Fact]
    public void Edge_encodings_are_judged_as_by_the_plain_implementation()
    {
        // Every pair of an encoding at the edge of the rules as key and as R, with S that suits R = identity and others.
        var encodings = EdgeEncodings();
        byte[] message = [1, 2, 3];
        foreach (var publicKey in encodings)
        {
            foreach (var r in encodings)
            {
                byte[] signature = [.. r, .. ReferenceEd25519.ToBytes(1)];

                Assert.Equal(
                    ReferenceEd25519.Verify(publicKey, message, signature),
                    _verifier.Verify(publicKey, message, signature));
            }
        }
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(20_000_000)]
    public void Long_message_is_judged_as_by_OpenSSL(int length)
    {
        var message = new byte[length];
        new Random(8034).NextBytes(message);
        (var publicKey, var signature) = LibCrypto.Sign(new byte[32], message);

        Assert.True(_verifier.Verify(publicKey, message, signature));

        message[length / 2] ^= 1;
        Assert.False(_verifier.Verify(publicKey, message, signature));
    }

    private static byte[][] EdgeEncodings() =>
    [
        .. ReferenceEd25519.SmallOrderPoints.Select(point => point.Encode()),
        ReferenceEd25519.B.Encode(),
        (-ReferenceEd25519.B).Encode(),
        ReferenceEd25519.ToBytes(0),
        ReferenceEd25519.ToBytes(2),
        ReferenceEd25519.ToBytes(ReferenceEd25519.P),
        ReferenceEd25519.ToBytes(ReferenceEd25519.P + 1),
        ReferenceEd25519.ToBytes(ReferenceEd25519.P + 3),
        Enumerable.Repeat((byte)0xff, 32).ToArray(),
    ];

    private static IEnumerable<Case> Cases(Random random, int count, int maxMessageLength)
    {
        // Twenty cases to a key: often enough to meet it in the cache, while hundreds of keys come and go.
        var seed = new byte[32];
        for (var i = 0; i < count; i++)
        {
            if (i % 20 == 0)
            {
                random.NextBytes(seed);
            }

            var message = new byte[random.Next(maxMessageLength + 1)];
            random.NextBytes(message);
            (var publicKey, var signature) = LibCrypto.Sign(seed, message);
            var genuine = new Case(publicKey, message, signature, IsMutated: false);
            yield return genuine;
            yield return Mutate(genuine, random);
        }
    }

    private static Case Mutate(Case @case, Random random)
    {
        var mutated = @case with { IsMutated = true };
        switch (random.Next(9))
        {
            case 0: return mutated with { Signature = FlipBit(@case.Signature, random) };
            case 1: return mutated with { PublicKey = FlipBit(@case.PublicKey, random) };
            case 2: return mutated with { Message = @case.Message.Length == 0 ? [0] : FlipBit(@case.Message, random) };
            case 3: return mutated with { Message = [.. @case.Message, 0] };
            case 4: return mutated with { Signature = @case.Signature[..random.Next(64)] };
            case 5: return mutated with { Signature = [.. @case.Signature, (byte)random.Next(256)] };
            case 6: return mutated with { Signature = [.. @case.Signature[32..], .. @case.Signature[..32]] };
            case 7:
                random.NextBytes(mutated.PublicKey);
                return mutated;
            default:
                var s = ReferenceEd25519.ToNumber(@case.Signature.AsSpan(32)) + ReferenceEd25519.L;
                return mutated with { Signature = [.. @case.Signature[..32], .. ReferenceEd25519.ToBytes(s)] };
        }
    }

    private static byte[] FlipBit(byte[] bytes, Random random)
    {
        byte[] flipped = [.. bytes];
        flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private sealed record Case(byte[] PublicKey, byte[] Message, byte[] Signature, bool IsMutated);
}
