namespace MiniApp.AspNetCore.Tests;

/// <summary>A store that several hosts share, which can be away, hang, answer nonsense, be emptied and say nothing of its changes.</summary>
internal sealed class SharedStore : IRevocationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MiniAppSubject, DateTimeOffset> _revoked = [];
    private readonly Dictionary<MiniAppSubject, DateTimeOffset> _blocked = [];
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _life = 1;
    private int _version;
    private int _readings;
    private int _wholeReadings;
    private int _abandoned;
    private int _listeners;

    /// <summary>What every call fails with.</summary>
    public Exception? Fault { get; set; }

    public bool IsHanging { get; set; }

    /// <summary>Whether there is so much in it that all of it is never read; what changed is.</summary>
    public bool IsEndless { get; set; }

    public bool IsSilent { get; set; }

    /// <summary>Whether it can tell nobody of a change, and says so at once.</summary>
    public bool IsMute { get; set; }

    /// <summary>What is answered in the place of what is there.</summary>
    public Func<RevocationReading>? Nonsense { get; set; }

    /// <summary>How often it was asked to be read.</summary>
    public int Readings => Volatile.Read(ref _readings);

    /// <summary>How often it was asked for everything.</summary>
    public int WholeReadings => Volatile.Read(ref _wholeReadings);

    /// <summary>How often somebody had waited in vain and told it.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>How often it was asked to tell of a change.</summary>
    public int Listeners => Volatile.Read(ref _listeners);

    public IReadOnlyDictionary<MiniAppSubject, DateTimeOffset> Revoked => Snapshot(_revoked);

    public IReadOnlyDictionary<MiniAppSubject, DateTimeOffset> Blocked => Snapshot(_blocked);

    public void Empty()
    {
        lock (_lock)
        {
            _revoked.Clear();
            _blocked.Clear();
            (_life, _version) = (_life + 1, 0);
        }
    }

    /// <summary>Loses a revocation without a word, as a store does that answers before it has written.</summary>
    public void Lose(MiniAppSubject subject)
    {
        lock (_lock)
        {
            _revoked.Remove(subject);
        }
    }

    public Task RevokeAsync(MiniAppSubject subject, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        WriteAsync(() => KeepLater(_revoked, subject, notBefore), cancellationToken);

    public Task BlockAsync(MiniAppSubject subject, DateTimeOffset until, CancellationToken cancellationToken) =>
        WriteAsync(() => _blocked[subject] = until, cancellationToken);

    public Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken) =>
        WriteAsync(() => _blocked.Remove(subject), cancellationToken);

    public Task RestoreAsync(
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> revoked,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked,
        CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            foreach (var (subject, notBefore) in revoked)
            {
                KeepLater(_revoked, subject, notBefore);
            }

            foreach (var (subject, until) in blocked)
            {
                KeepLater(_blocked, subject, until);
            }
        },
        cancellationToken);

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            foreach (var subject in _revoked.Where(entry => entry.Value < before).Select(entry => entry.Key).ToArray())
            {
                _revoked.Remove(subject);
            }
        },
        cancellationToken);

    public async Task<RevocationReading> ReadAsync(string? last, bool isWhole, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readings);
        if (isWhole)
        {
            Interlocked.Increment(ref _wholeReadings);
        }

        await BehaveAsync(cancellationToken);
        if (IsEndless && isWhole)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (Nonsense is { } nonsense)
        {
            return nonsense();
        }

        lock (_lock)
        {
            var version = $"{_life}:{_version}";
            var isEmptied = last is not null && !last.StartsWith($"{_life}:", StringComparison.Ordinal);
            return last == version && !isWhole
                ? new(version, IsWhole: false, [], null)
                : new(version, IsWhole: !IsEndless, [.. _revoked], [.. _blocked], isEmptied);
        }
    }

    public Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        var change = Volatile.Read(ref _change).Task;
        Interlocked.Increment(ref _listeners);
        return Fault is { } fault ? throw fault : IsMute ? throw new NotSupportedException() : change.WaitAsync(cancellationToken);
    }

    private async Task BehaveAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsHanging)
        {
            _ = cancellationToken.Register(() => Interlocked.Increment(ref _abandoned));
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (Fault is { } fault)
        {
            throw fault;
        }
    }

    private async Task WriteAsync(Action write, CancellationToken cancellationToken)
    {
        await BehaveAsync(cancellationToken);
        lock (_lock)
        {
            write();
            _version++;
        }

        if (!IsSilent)
        {
            Interlocked.Exchange(ref _change, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    private static void KeepLater(Dictionary<MiniAppSubject, DateTimeOffset> entries, MiniAppSubject subject, DateTimeOffset time) =>
        entries[subject] = entries.TryGetValue(subject, out var known) && known > time ? known : time;

    private Dictionary<MiniAppSubject, DateTimeOffset> Snapshot(Dictionary<MiniAppSubject, DateTimeOffset> entries)
    {
        lock (_lock)
        {
            return new(entries);
        }
    }
}
