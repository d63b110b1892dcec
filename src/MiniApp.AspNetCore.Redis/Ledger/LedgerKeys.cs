using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Names what the ledger keeps. Each key is in one of 64 buckets, which has a marker of its birth; the braces make a cluster keep the
/// bucket's keys and its marker on the same node, so that they are lost together.
/// </summary>
internal sealed class LedgerKeys
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 64;

    private const int IdLength = 16;

    private readonly byte[][] _starts;
    private readonly RedisKey[] _markers;

    public LedgerKeys(string prefix)
    {
        _starts = [.. Enumerable.Range(0, Buckets).Select(bucket => Encoding.UTF8.GetBytes($"{prefix}launch{Tag(bucket)}"))];
        _markers = [.. Enumerable.Range(0, Buckets).Select(bucket => (RedisKey)$"{prefix}born{Tag(bucket)}")];
    }

    /// <summary>The markers of all buckets.</summary>
    public IReadOnlyList<RedisKey> Markers => _markers;

    /// <summary>The key of what is claimed, and the marker of its bucket.</summary>
    public (RedisKey Claim, RedisKey Marker) Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdLength];
        id.TryWriteBytes(bytes, bigEndian: true, out _);

        // Of an id that begins with a time, the end is random.
        var bucket = bytes[^1] % Buckets;
        var start = _starts[bucket];
        var key = new byte[start.Length + IdLength];
        start.CopyTo(key, 0);
        bytes.CopyTo(key.AsSpan(start.Length));
        return (key, _markers[bucket]);
    }

    /// <summary>A mark as it is kept: 8 bytes.</summary>
    public static byte[] Write(long mark)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, mark);
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote, or nothing of what it did not.</summary>
    public static long? Read(byte[]? mark) => mark is { Length: sizeof(long) } ? BinaryPrimitives.ReadInt64BigEndian(mark) : null;

    private static string Tag(int bucket) => string.Create(CultureInfo.InvariantCulture, $"{{{bucket:x2}}}");
}
