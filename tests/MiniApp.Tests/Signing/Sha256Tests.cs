using System.Security.Cryptography;

namespace MiniApp.Tests;

/// <summary>The hash that each thread keeps for the next text.</summary>
public class Sha256Tests
{
    [Fact]
    public async Task Hashes_are_the_frameworks_on_every_thread()
    {
        var texts = Enumerable.Range(0, 300).Select(length => Enumerable.Repeat((byte)length, length).ToArray()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => Assert.All(texts, text =>
            {
                var hash = new byte[SHA256.HashSizeInBytes];
                Sha256.Hash(text, hash);
                Assert.Equal(SHA256.HashData(text), hash);
            }),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }
}
