namespace MiniApp.Ed25519.Tests;

/// <summary>Measures memory, so it must run alone.</summary>
[CollectionDefinition(nameof(Ed25519VerifierTests), DisableParallelization = true)]
[Collection(nameof(Ed25519VerifierTests))]
public sealed class Ed25519VerifierTests
{
    private readonly Ed25519Verifier _verifier = new();

    [Fact]
    public async Task Many_threads_get_the_verdicts_that_one_would()
    {
        // More keys than are cached, so that threads also meet while keys come and go.
        (byte[] PublicKey, byte[] Message, byte[] Signature, bool IsGenuine)[] cases = [.. Enumerable.Range(0, 96).Select(i =>
        {
            var seed = new byte[32];
            seed[0] = (byte)(i / 16);
            var message = new byte[i * 7];
            (var publicKey, var signature) = LibCrypto.Sign(seed, message);
            var isGenuine = i % 3 != 0;
            signature[i % 64] ^= (byte)(isGenuine ? 0 : 1);
            return (publicKey, message, signature, isGenuine);
        })];

        Task[] tasks = [.. Enumerable.Range(0, 8).Select(thread => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < 200; i++)
                {
                    var @case = cases[(i + thread * 12) % cases.Length];
                    Assert.Equal(@case.IsGenuine, _verifier.Verify(@case.PublicKey, @case.Message, @case.Signature));
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];

        await Task.WhenAll(tasks);
    }

    [Fact]
    public void Verifying_under_a_known_key_allocates_nothing()
    {
        var message = new byte[500];
        (var publicKey, var signature) = LibCrypto.Sign(new byte[32], message);
        byte[] forged = [.. signature];
        forged[0] ^= 1;
        var notAPoint = ReferenceEd25519.ToBytes(2);
        Assert.False(_verifier.IsValidKey(notAPoint));

        VerifyAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            VerifyAll();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void VerifyAll()
        {
            var isRight = _verifier.Verify(publicKey, message, signature)
                && !_verifier.Verify(publicKey, message, forged)
                && !_verifier.Verify(publicKey, message, signature.AsSpan(1))
                && !_verifier.Verify(publicKey.AsSpan(1), message, signature)
                && !_verifier.Verify(notAPoint, message, signature);
            if (!isRight)
            {
                Assert.Fail("Wrong verdict.");
            }
        }
    }

    [Fact]
    public void Four_keys_that_were_new_last_are_known()
    {
        (byte[] PublicKey, byte[] Signature)[] signers =
            [.. Enumerable.Range(0, 5).Select(i => LibCrypto.Sign([(byte)i, .. new byte[31]], []))];
        Assert.All(signers, Accept);

        Assert.Equal([0, 0, 0, 0], signers[1..].Select(Allocated));
        Assert.NotEqual(0, Allocated(signers[0]));
        Assert.NotEqual(0, Allocated(signers[1]));
        Assert.Equal([0, 0, 0], signers[3..].Append(signers[0]).Select(Allocated));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_keys()
    {
        var allocated = Enumerable.Range(0, 400).Select(i =>
        {
            var seed = new byte[32];
            BitConverter.TryWriteBytes(seed, i);
            return Allocated(LibCrypto.Sign(seed, []));
        }).ToArray();

        // What a new key takes is the same, however many there were before.
        Assert.Equal(allocated[50], allocated[^1]);
    }

    private long Allocated((byte[] PublicKey, byte[] Signature) signer)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Accept(signer);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Accept((byte[] PublicKey, byte[] Signature) signer)
    {
        if (!_verifier.Verify(signer.PublicKey, [], signer.Signature))
        {
            Assert.Fail("Wrong verdict.");
        }
    }
}
