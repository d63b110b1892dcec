using System.Collections.Concurrent;

namespace MiniApp.AspNetCore;

/// <summary>
/// What stands against whom. Any number of requests look it up while one thread writes: no lookup waits or allocates, and no write copies
/// what is there, however long the list.
/// </summary>
internal sealed class RevocationTable
{
    private const int FewEnough = 16;

    private readonly ConcurrentDictionary<MiniAppSubject, RevocationEntry> _entries = new();
    private volatile int _count;

    // What stands against many is short, mostly, and is looked through faster than looked up three times.
    private volatile KeyValuePair<MiniAppSubject, RevocationEntry>[] _wide = [];

    public bool IsEmpty => _count == 0;

    public IEnumerable<KeyValuePair<MiniAppSubject, RevocationEntry>> All => _entries;

    public RevocationEntry this[MiniAppSubject subject] => _entries.GetValueOrDefault(subject);

    /// <summary>Sets what stands against a subject. One thread at a time.</summary>
    public void Set(MiniAppSubject subject, RevocationEntry entry)
    {
        var isKnown = _entries.ContainsKey(subject);
        if (!entry.IsNothing)
        {
            _entries[subject] = entry;
        }
        else if (isKnown)
        {
            _entries.TryRemove(subject, out _);
        }

        _count += (entry.IsNothing ? 0 : 1) - (isKnown ? 1 : 0);
        if (IsWide(subject))
        {
            var others = _wide.Where(other => other.Key != subject);
            _wide = entry.IsNothing ? [.. others] : [.. others, KeyValuePair.Create(subject, entry)];
        }
    }

    /// <summary>The strictest of all that stands against a user, the app, their platforms, everybody, and the session.</summary>
    public RevocationEntry Find(MiniAppSubject? user, MiniAppSubject? app, MiniAppSubject? session)
    {
        var found = Strictest(Find(user), FindSession(session));
        var wide = _wide;

        // A user may be of another platform than the app: one of Odnoklassniki in VK's.
        var (ofUser, ofApp) = (user?.PlatformName, app?.PlatformName);
        if (wide.Length <= FewEnough)
        {
            foreach (var (subject, entry) in wide)
            {
                var isOne = subject.Kind switch
                {
                    MiniAppSubjectKind.App => subject == app,
                    MiniAppSubjectKind.Platform => subject.PlatformName == ofUser || subject.PlatformName == ofApp,
                    _ => true,
                };
                found = isOne ? Strictest(found, entry) : found;
            }

            return found;
        }

        found = Strictest(found, Strictest(Find(app), this[MiniAppSubject.Everybody]));
        found = Strictest(found, FindPlatform(ofUser));
        return ofApp == ofUser ? found : Strictest(found, FindPlatform(ofApp));
    }

    private static bool IsWide(MiniAppSubject subject) => subject.Kind is MiniAppSubjectKind.Everybody or MiniAppSubjectKind.Platform or MiniAppSubjectKind.App;

    private static RevocationEntry Strictest(RevocationEntry one, RevocationEntry other) => RevocationEntry.Strictest(one, other);

    private RevocationEntry Find(MiniAppSubject? subject) => subject is { } named ? this[named] : default;

    // Whoever revoked a session knew its id, so that it had begun by then, whichever clock is behind.
    private RevocationEntry FindSession(MiniAppSubject? session)
    {
        var entry = Find(session);
        return entry.NotBefore > 0 ? entry with { NotBefore = long.MaxValue } : entry;
    }

    private RevocationEntry FindPlatform(string? name) => name is null ? default : this[MiniAppSubject.Platform(name)];
}
