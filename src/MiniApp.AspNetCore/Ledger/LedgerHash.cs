using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MiniApp.AspNetCore;

/// <summary>Says where keys go. Whoever knew it could choose keys that all go to one place, so it is another one in each process.</summary>
internal sealed class LedgerHash
{
    private readonly ulong _low;
    private readonly ulong _high;

    public LedgerHash()
    {
        Span<byte> seeds = stackalloc byte[2 * sizeof(ulong)];
        RandomNumberGenerator.Fill(seeds);
        (_low, _high) = (BinaryPrimitives.ReadUInt64LittleEndian(seeds), BinaryPrimitives.ReadUInt64LittleEndian(seeds[sizeof(ulong)..]));
    }

    public ulong Of(LedgerKey key)
    {
        var upper = Math.BigMul(key.Low ^ _low, key.High ^ _high, out var lower);
        return upper ^ lower;
    }
}
