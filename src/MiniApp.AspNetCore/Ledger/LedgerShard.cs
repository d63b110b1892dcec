namespace MiniApp.AspNetCore;

/// <summary>
/// A part of the ledger in the process, behind one lock. What is claimed goes into the younger of two generations; when nothing in the
/// older one is needed any more, it is dropped as a whole, and the younger takes its place.
/// </summary>
/// <param name="hash">Says where keys go.</param>
/// <param name="room">The places that are left in all parts.</param>
/// <param name="since">Since when the ledger remembers.</param>
internal sealed class LedgerShard(LedgerHash hash, LedgerRoom room, DateTimeOffset since)
{
    private readonly Lock _lock = new();
    private LedgerGeneration _younger = new(hash);
    private LedgerGeneration _older = new(hash);
    private DateTimeOffset _droppedUntil = DateTimeOffset.MinValue;

    public LedgerAnswer Claim(LedgerKey key, long mark, DateTimeOffset keepUntil, DateTimeOffset now)
    {
        lock (_lock)
        {
            DropWhatIsOver(now);
            if (_younger.TryFind(key, out var first) || _older.TryFind(key, out first))
            {
                return new(LedgerOutcome.Again, first, since);
            }

            // The clock was set back: what was over, and dropped, could be presented once more.
            if (keepUntil <= _droppedUntil)
            {
                return new(LedgerOutcome.First, mark, _droppedUntil);
            }

            if (!room.TryTake())
            {
                return LedgerAnswer.Unavailable;
            }

            _younger.Add(key, mark, keepUntil);
            return new(LedgerOutcome.First, mark, since);
        }
    }

    private void DropWhatIsOver(DateTimeOffset now)
    {
        // At most twice: after a pause, both are over.
        while (_older.KeepUntil < now && (_older.Count | _younger.Count) > 0)
        {
            if (_older.Count > 0)
            {
                room.GiveBack(_older.Count);
                _droppedUntil = _older.KeepUntil > _droppedUntil ? _older.KeepUntil : _droppedUntil;
            }

            (_older, _younger) = (_younger, new LedgerGeneration(hash));
        }
    }
}
