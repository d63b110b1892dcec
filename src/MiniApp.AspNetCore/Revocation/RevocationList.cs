namespace MiniApp.AspNetCore;

/// <summary>
/// An instance's copy of all revocations and blocks: what it was told itself, at once, and what it read of the store. No reading takes away
/// what came later than the reading.
/// </summary>
internal sealed class RevocationList
{
    private const long OnItsWay = long.MaxValue;

    private readonly Lock _writing = new();
    private readonly RevocationTable _table;
    private readonly RevocationBacklog _backlog;

    // Blocks that were set or ended here, and the count of writes at which the store had them: a reading that began before says nothing of them.
    private readonly Dictionary<MiniAppSubject, long> _own = [];
    private readonly bool _hasStore;
    private readonly TimeProvider _clock;
    private long _writes;

    /// <param name="hasStore">Whether there is a store.</param>
    /// <param name="clock">The clock by which blocks end.</param>
    public RevocationList(bool hasStore, TimeProvider clock)
    {
        (_hasStore, _clock) = (hasStore, clock);
        _table = new();
        _backlog = new(_table);
    }

    public bool IsEmpty => _table.IsEmpty;

    /// <summary>
    /// Whether a block was set or ended here that was not read back. What another instance did about the same subject in that moment may have
    /// been passed over, and only a whole reading tells of it again.
    /// </summary>
    public bool HasBlocksToReadBack
    {
        get
        {
            lock (_writing)
            {
                return _own.Values.Any(at => at != OnItsWay);
            }
        }
    }

    /// <summary>Judges what was dated in a Unix second.</summary>
    public LaunchStateFailure Judge(MiniAppSubject? user, MiniAppSubject? app, long second, MiniAppSubject? session)
    {
        var found = _table.Find(user, app, session);
        return found.BlockedUntil > 0 && _clock.GetUtcNow().UtcTicks < found.BlockedUntil ? LaunchStateFailure.Blocked
            : second <= found.NotBefore ? LaunchStateFailure.Revoked
            : LaunchStateFailure.None;
    }

    public void Revoke(MiniAppSubject subject, DateTimeOffset notBefore)
    {
        lock (_writing)
        {
            Merge(subject, notBefore);
        }
    }

    public void RevokeUnsaved(MiniAppSubject subject)
    {
        lock (_writing)
        {
            _backlog.AddRevocation(subject);
        }
    }

    public void Block(MiniAppSubject subject, DateTimeOffset until)
    {
        lock (_writing)
        {
            SetBlock(subject, until.UtcTicks);
            _backlog.RemoveBlock(subject);
            MarkOwn(subject, OnItsWay);
        }
    }

    public void BlockSaved(MiniAppSubject subject)
    {
        lock (_writing)
        {
            MarkOwn(subject, ++_writes);
        }
    }

    public void BlockUnsaved(MiniAppSubject subject)
    {
        lock (_writing)
        {
            _backlog.AddBlock(subject);
        }
    }

    /// <summary>Ends a block that the store, if there is one, has ended.</summary>
    public void Unblock(MiniAppSubject subject)
    {
        lock (_writing)
        {
            SetBlock(subject, 0);
            _backlog.RemoveBlock(subject);
            MarkOwn(subject, ++_writes);
        }
    }

    /// <returns>What <see cref="Apply"/> needs to know of a reading that begins now.</returns>
    public long BeginReading()
    {
        lock (_writing)
        {
            return _writes;
        }
    }

    /// <summary>Takes a reading over.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="begun">What <see cref="BeginReading"/> said.</param>
    /// <param name="keptSince">Since when revocations still matter: what the store lacks of them is given back to it.</param>
    public void Apply(RevocationReading reading, long begun, DateTimeOffset keptSince)
    {
        var second = keptSince.ToUnixTimeSeconds();
        lock (_writing)
        {
            // A block that ended before the store had it: of its subject, others may have told the store since.
            ReadBack(_backlog.RemoveEndedBlocks(_clock.GetUtcNow()));
            if (reading.IsEmptied || reading.IsWhole)
            {
                _backlog.AddLostRevocations(reading.Revoked, second);
            }

            foreach (var (subject, notBefore) in reading.Revoked)
            {
                Merge(subject, notBefore);
            }

            if (reading.IsEmptied)
            {
                NoteLostBlocks();
            }

            if (reading.Blocked is { } blocked)
            {
                ApplyBlocks(blocked, begun);
            }
        }
    }

    /// <summary>What the store is to be given back: nothing, mostly.</summary>
    public RevocationLosses FindLosses()
    {
        lock (_writing)
        {
            return _backlog.Find(_clock.GetUtcNow());
        }
    }

    /// <summary>Notes that the store has been given back what it lacked.</summary>
    public void NoteRestored(RevocationLosses losses)
    {
        lock (_writing)
        {
            ReadBack(_backlog.Remove(losses));
        }
    }

    /// <summary>Forgets revocations that void nothing any more, and blocks that ended by then.</summary>
    public void Forget(DateTimeOffset before)
    {
        lock (_writing)
        {
            var (second, ticks) = (before.ToUnixTimeSeconds(), before.UtcTicks);
            foreach (var (subject, entry) in _table.All)
            {
                var kept = new RevocationEntry(
                    entry.NotBefore < second ? 0 : entry.NotBefore, entry.BlockedUntil < ticks ? 0 : entry.BlockedUntil);
                if (kept != entry)
                {
                    _table.Set(subject, kept);
                }
            }

            _backlog.Tidy();
        }
    }

    // A later time stays, whatever the clock of whoever comes with an earlier one.
    private void Merge(MiniAppSubject subject, DateTimeOffset notBefore)
    {
        var entry = _table[subject];
        if (entry.NotBefore < notBefore.ToUnixTimeSeconds())
        {
            _table.Set(subject, entry with { NotBefore = notBefore.ToUnixTimeSeconds() });
        }
    }

    private void SetBlock(MiniAppSubject subject, long until) => _table.Set(subject, _table[subject] with { BlockedUntil = until });

    private void MarkOwn(MiniAppSubject subject, long at)
    {
        if (_hasStore)
        {
            _own[subject] = at;
        }
    }

    private void ReadBack(List<MiniAppSubject> subjects)
    {
        _writes++;
        subjects.ForEach(subject => MarkOwn(subject, _writes));
    }

    private void NoteLostBlocks()
    {
        foreach (var (subject, entry) in _table.All)
        {
            if (entry.BlockedUntil > 0)
            {
                _backlog.AddBlock(subject);
                MarkOwn(subject, OnItsWay);
            }
        }
    }

    private void ApplyBlocks(IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked, long begun)
    {
        var stored = new Dictionary<MiniAppSubject, long>(blocked.Count);
        foreach (var (subject, until) in blocked)
        {
            stored[subject] = until.UtcTicks;
        }

        foreach (var (subject, entry) in _table.All)
        {
            if (entry.BlockedUntil > 0 && !stored.ContainsKey(subject) && !IsLater(subject))
            {
                SetBlock(subject, 0);
            }
        }

        foreach (var (subject, until) in stored)
        {
            if (!IsLater(subject))
            {
                SetBlock(subject, until);
            }
        }

        foreach (var (subject, _) in _own.Where(own => own.Value <= begun))
        {
            _own.Remove(subject);
        }

        bool IsLater(MiniAppSubject subject) => _own.TryGetValue(subject, out var at) && at > begun;
    }
}
