using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using static MiniApp.Ed25519.Tests.ReferenceEd25519;

namespace MiniApp.Ed25519.Tests;

/// <summary>
/// The kinds of cases that Project Wycheproof tries on Ed25519, made here: what implementations have accepted or refused by mistake.
/// </summary>
public sealed class SpecialCasesTests
{
    private static readonly byte[] Seed = [.. Enumerable.Range(50, 32).Select(value => (byte)value)];
    private static readonly byte[] Message = "a message to be signed"u8.ToArray();

    private static readonly BigInteger[] SpecialNumbers =
    [
        0, 1, 2, L - 1, L, L + 1, P - 1, P, P + 1,
        BigInteger.Pow(2, 252), BigInteger.Pow(2, 255) - 1, BigInteger.Pow(2, 255), BigInteger.Pow(2, 256) - 1,
    ];

    private readonly Ed25519Verifier _verifier = new();
    private readonly byte[] _key;
    private readonly byte[] _genuine;

    public SpecialCasesTests() => (_key, _genuine) = LibCrypto.Sign(Seed, Message);

    private byte[] R => _genuine[..32];

    private byte[] S => _genuine[32..];

    [Fact]
    public void Special_numbers_in_place_of_R_and_S_are_refused()
    {
        AssertAccepted(_genuine);
        foreach (var number in SpecialNumbers.Select(ToBytes))
        {
            AssertRefused([.. R, .. number]);
            AssertRefused([.. number, .. S]);
            Assert.All(SpecialNumbers.Select(ToBytes), other => AssertRefused([.. number, .. other]));
        }
    }

    [Fact]
    public void Signature_of_any_other_length_is_refused()
    {
        for (var length = 0; length < 64; length++)
        {
            AssertRefused(_genuine[..length]);
            AssertRefused(_genuine[(64 - length)..]);
        }

        AssertRefused([.. _genuine, 0]);
        AssertRefused([0, .. _genuine]);
        AssertRefused([.. R, 0, .. S]);
        AssertRefused([.. _genuine, .. _key]);
        AssertRefused([.. _genuine, .. Message]);
        AssertRefused([.. _genuine, .. _genuine]);
    }

    [Fact]
    public void Negated_R_and_negated_S_are_refused()
    {
        byte[] minusR = [.. R[..31], (byte)(R[31] ^ 0x80)];
        var minusS = ToBytes(L - ToNumber(S));

        AssertRefused([.. minusR, .. S]);
        AssertRefused([.. R, .. minusS]);
        AssertRefused([.. minusR, .. minusS]);
    }

    [Fact]
    public void Other_order_of_the_bytes_and_inverted_bits_are_refused()
    {
        AssertRefused([.. S, .. R]);
        AssertRefused([.. R.Reverse(), .. S.Reverse()]);
        AssertRefused([.. _genuine.Reverse()]);
        AssertRefused([.. R.Select(Invert), .. S]);
        AssertRefused([.. R, .. S.Select(Invert)]);
        AssertRefused([.. _genuine.Select(Invert)]);

        static byte Invert(byte value) => (byte)~value;
    }

    [Fact]
    public void Other_encodings_of_the_signature_are_refused()
    {
        AssertRefused([0x30, 0x44, 0x02, 0x20, .. R, 0x02, 0x20, .. S]);
        AssertRefused(Encoding.ASCII.GetBytes(Convert.ToHexString(_genuine)));
        AssertRefused(Encoding.ASCII.GetBytes(Convert.ToBase64String(_genuine)));
    }

    [Fact]
    public void Signature_of_another_message_or_key_is_refused()
    {
        AssertRefused(LibCrypto.Sign(Seed, []).Signature);
        AssertRefused(LibCrypto.Sign(Seed, Message.AsSpan(1)).Signature);
        AssertRefused(LibCrypto.Sign(new byte[32], Message).Signature);
        Assert.False(_verifier.Verify(LibCrypto.Sign(new byte[32], []).PublicKey, Message, _genuine));
    }

    [Fact]
    public void Signature_of_the_messages_hash_is_refused()
    {
        // Ed25519ph signs the hash, behind a prefix that sets it apart from the hash itself.
        var hash = SHA512.HashData(Message);
        byte[] prefixed = [.. "SigEd25519 no Ed25519 collisions"u8, 1, 0, .. hash];

        AssertRefused(LibCrypto.Sign(Seed, hash).Signature);
        AssertRefused(LibCrypto.Sign(Seed, prefixed).Signature);
    }

    [Fact]
    public void Message_of_any_length_around_the_hashs_blocks_is_accepted()
    {
        for (var length = 0; length <= 400; length++)
        {
            var message = Enumerable.Repeat((byte)length, length).ToArray();
            var (key, signature) = LibCrypto.Sign(Seed, message);

            Assert.True(_verifier.Verify(key, message, signature), $"{length}");
            Assert.False(_verifier.Verify(key, [.. message, 0], signature), $"{length}");
        }
    }

    [Fact]
    public void Small_and_large_numbers_in_a_genuine_signature_are_accepted()
    {
        // Random ones hardly ever show what is wrong at the ends.
        var signatures = Enumerable.Range(0, 3000).Select(number => BitConverter.GetBytes(number))
            .Select(message => (Message: message, LibCrypto.Sign(Seed, message).Signature)).ToArray();
        var byS = signatures.OrderBy(signed => ToNumber(signed.Signature.AsSpan(32))).ToArray();
        var byR = signatures.OrderBy(signed => ToNumber(signed.Signature.AsSpan(0, 32)) % BigInteger.Pow(2, 255)).ToArray();

        Assert.InRange(ToNumber(byS[0].Signature.AsSpan(32)), 1, BigInteger.Pow(2, 244));
        Assert.All(
            [.. byS[..10], .. byS[^10..], .. byR[..10], .. byR[^10..]],
            signed => Assert.True(_verifier.Verify(_key, signed.Message, signed.Signature)));
    }

    [Fact]
    public void Keys_of_special_seeds_are_accepted() => Assert.All(
        new byte[][] { new byte[32], [.. Enumerable.Repeat((byte)0xff, 32)], [1, .. new byte[31]], [.. new byte[31], 0x80] },
        seed =>
        {
            var (key, signature) = LibCrypto.Sign(seed, Message);
            Assert.True(_verifier.Verify(key, Message, signature));
        });

    private void AssertAccepted(byte[] signature) => Assert.True(_verifier.Verify(_key, Message, signature));

    private void AssertRefused(byte[] signature) => Assert.False(_verifier.Verify(_key, Message, signature), Convert.ToHexString(signature));
}
