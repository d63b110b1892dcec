namespace MiniApp.Ed25519.Tests;

public sealed class Ed25519SigningKeyTests
{
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "TEST 1")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "TEST 2")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "TEST 3")]
    public void Published_key_and_signature_are_made_of_the_published_seed(string seed, string name)
    {
        var (_, publicKey, message, signature) = Rfc8032Tests.Vectors.Select(row => row.Data).Single(data => data.Item1 == name);
        using var key = new Ed25519SigningKey(Convert.FromHexString(seed));

        Assert.Equal(publicKey, Convert.ToHexStringLower(key.PublicKey.Span));
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
    }

    [Fact]
    public void Keys_and_signatures_are_those_of_OpenSSL()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var seed = new byte[32];
            var message = new byte[random.Next(300)];
            random.NextBytes(seed);
            random.NextBytes(message);

            using var key = new Ed25519SigningKey(seed);
            var (publicKey, signature) = LibCrypto.Sign(seed, message);

            Assert.Equal(publicKey, key.PublicKey.ToArray());
            Assert.Equal(signature, key.Sign(message));
        }
    }

    [Fact]
    public void Generated_key_is_another_each_time_and_signs()
    {
        using var first = Ed25519SigningKey.Generate();
        using var second = Ed25519SigningKey.Generate();
        var verifier = new Ed25519Verifier();

        Assert.NotEqual(first.PublicKey.ToArray(), second.PublicKey.ToArray());
        Assert.True(verifier.Verify(first.PublicKey.Span, "text"u8, first.Sign("text"u8)));
        Assert.False(verifier.Verify(second.PublicKey.Span, "text"u8, first.Sign("text"u8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void Seed_of_a_wrong_length_is_refused(int length)
    {
        var exception = Assert.Throws<ArgumentException>("seed", () => new Ed25519SigningKey(new byte[length]));

        Assert.StartsWith("A seed is 32 bytes long.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_that_was_disposed_of_signs_no_more_and_keeps_its_public_key()
    {
        var key = new Ed25519SigningKey(new byte[32]);
        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign([]));
        Assert.Equal(LibCrypto.Sign(new byte[32], []).PublicKey, key.PublicKey.ToArray());
    }

    [Fact]
    public void Private_key_is_in_no_text_and_no_property()
    {
        using var key = new Ed25519SigningKey(new byte[32]);

        Assert.Equal("Ed25519SigningKey", key.ToString());
        Assert.Equal([nameof(key.PublicKey)], typeof(Ed25519SigningKey).GetProperties().Select(property => property.Name));
    }

    [Fact]
    public async Task Many_threads_sign_with_one_key()
    {
        using var key = new Ed25519SigningKey(new byte[32]);
        var expected = LibCrypto.Sign(new byte[32], [1, 2, 3]).Signature;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < 200; i++)
                {
                    Assert.Equal(expected, key.Sign([1, 2, 3]));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }
}
