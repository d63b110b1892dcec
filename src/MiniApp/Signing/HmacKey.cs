using System.Security.Cryptography;

namespace MiniApp;

/// <summary>
/// HMAC-SHA256 under one key. A keyed <see cref="IncrementalHash"/> that is used again costs half of a one-shot
/// <see cref="HMACSHA256.HashData(byte[], byte[])"/> and, unlike it, scales over threads; but two threads in one instance at a time
/// get wrong digests without an error. So each processor keeps a spare instance, and whoever finds none makes one.
/// </summary>
internal sealed class HmacKey
{
    /// <summary>Two cache lines between the spares, so that no processor waits for another's writes.</summary>
    private const int Stride = 16;

    private readonly byte[] _key;
    private readonly IncrementalHash?[] _spares = new IncrementalHash?[Environment.ProcessorCount * Stride];

    public HmacKey(ReadOnlySpan<byte> key) => _key = key.ToArray();

    /// <summary>Writes the 32 bytes of the message's code.</summary>
    public void Hash(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        ref var spare = ref _spares[Thread.GetCurrentProcessorId() % Environment.ProcessorCount * Stride];
        var hmac = Interlocked.Exchange(ref spare, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);

        hmac.AppendData(message);
        hmac.GetHashAndReset(destination);

        // Only a thread that was moved while it hashed finds the place taken, and leaves what is in it to the collector.
        Volatile.Write(ref spare, hmac);
    }
}
