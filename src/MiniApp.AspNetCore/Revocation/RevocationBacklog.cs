namespace MiniApp.AspNetCore;

/// <summary>Of what this instance knows, what the store is to be given: it lost it, or could not be reached. One thread at a time.</summary>
internal sealed class RevocationBacklog(RevocationTable table)
{
    private readonly HashSet<MiniAppSubject> _revocations = [];
    private readonly HashSet<MiniAppSubject> _blocks = [];

    public void AddRevocation(MiniAppSubject subject) => _revocations.Add(subject);

    /// <summary>Adds what a store that says all it holds does not hold.</summary>
    /// <param name="stored">What it holds.</param>
    /// <param name="keptSince">The second since which revocations still matter.</param>
    public void AddLostRevocations(IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> stored, long keptSince)
    {
        var held = new Dictionary<MiniAppSubject, long>(stored.Count);
        foreach (var (subject, notBefore) in stored)
        {
            held[subject] = notBefore.ToUnixTimeSeconds();
        }

        foreach (var (subject, entry) in table.All)
        {
            if (entry.NotBefore > Math.Max(held.GetValueOrDefault(subject), keptSince))
            {
                _revocations.Add(subject);
            }
        }
    }

    public void AddBlock(MiniAppSubject subject) => _blocks.Add(subject);

    public void RemoveBlock(MiniAppSubject subject) => _blocks.Remove(subject);

    /// <summary>Removes the blocks that have ended: the store need not hear of them any more.</summary>
    /// <returns>Whose they were.</returns>
    public List<MiniAppSubject> RemoveEndedBlocks(DateTimeOffset now)
    {
        List<MiniAppSubject> ended = [.. _blocks.Where(subject => table[subject].BlockedUntil <= now.UtcTicks)];
        _blocks.ExceptWith(ended);
        return ended;
    }

    /// <summary>What is missing, as it is now: nothing, mostly.</summary>
    public RevocationLosses Find(DateTimeOffset now) => new(
        [.. _revocations.Select(subject => KeyValuePair.Create(subject, DateTimeOffset.FromUnixTimeSeconds(table[subject].NotBefore)))],
        [.. _blocks.Where(subject => table[subject].BlockedUntil > now.UtcTicks)
            .Select(subject => KeyValuePair.Create(subject, new DateTimeOffset(table[subject].BlockedUntil, TimeSpan.Zero)))]);

    /// <summary>Removes what the store has been given, unless it is something else by now.</summary>
    /// <returns>Whose blocks were removed.</returns>
    public List<MiniAppSubject> Remove(RevocationLosses given)
    {
        foreach (var (subject, notBefore) in given.Revoked)
        {
            if (table[subject].NotBefore <= notBefore.ToUnixTimeSeconds())
            {
                _revocations.Remove(subject);
            }
        }

        return [.. given.Blocked.Where(block => table[block.Key].BlockedUntil == block.Value.UtcTicks && _blocks.Remove(block.Key)).Select(block => block.Key)];
    }

    /// <summary>Removes the revocations that the table has forgotten.</summary>
    public void Tidy() => _revocations.RemoveWhere(subject => table[subject].NotBefore == 0);
}
