using System.Buffers.Binary;

namespace MiniApp.AspNetCore;

/// <summary>
/// Remembers in memory, for one instance of an application. It has no timer: each claim drops what is not needed any more in its own part
/// of the keys.
/// </summary>
internal sealed class InProcessLaunchLedger : ILaunchLedger
{
    private const int ShardCount = 64;

    private readonly LedgerShard[] _shards = new LedgerShard[ShardCount];
    private readonly LedgerHash _hash = new();
    private readonly TimeProvider _clock;

    public InProcessLaunchLedger(LaunchLedgerOptions options, TimeProvider clock)
    {
        _clock = clock;
        var since = options.AcceptLaunchesFromBeforeStart ? DateTimeOffset.MinValue : clock.GetUtcNow();
        var room = new LedgerRoom(options.Capacity);
        for (var index = 0; index < ShardCount; index++)
        {
            _shards[index] = new LedgerShard(_hash, room, since);
        }
    }

    public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(claim.Key);

        // By the hash's lower bits: the upper ones say where in its shard a key goes.
        var shard = _shards[_hash.Of(key) % ShardCount];
        return new(shard.Claim(key, claim.Mark, claim.KeepUntil, _clock.GetUtcNow()));
    }

    private static LedgerKey KeyOf(Guid key)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(ulong)];
        key.TryWriteBytes(bytes);
        var low = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var high = BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]);

        // A place that is free holds 0. No hash is 0; a key that is, all the same, gets the place of a number that is none either.
        return (low | high) == 0 ? new(0x9E37_79B9_7F4A_7C15, 0xF39C_C060_5CED_C835) : new(low, high);
    }
}
