namespace MiniApp.AspNetCore;

/// <summary>
/// Keys with their marks, in one array with 24 bytes a place, of which between a half and three quarters are taken: 32 to 48 bytes a key.
/// A dictionary of the framework takes 36 to 72.
/// </summary>
/// <param name="hash">Says where keys go.</param>
internal sealed class LedgerGeneration(LedgerHash hash)
{
    private const int FirstPlaces = 16;

    private LedgerPlace[] _places = [];

    public int Count { get; private set; }

    /// <summary>Until when any of the keys is needed.</summary>
    public DateTimeOffset KeepUntil { get; private set; } = DateTimeOffset.MinValue;

    public bool TryFind(LedgerKey key, out long mark)
    {
        mark = 0;
        if (Count == 0)
        {
            return false;
        }

        ref readonly var place = ref Locate(key);
        mark = place.Mark;
        return !place.IsFree;
    }

    /// <param name="key">A key that is not here.</param>
    /// <param name="mark">Its mark.</param>
    /// <param name="keepUntil">Until when it is needed.</param>
    public void Add(LedgerKey key, long mark, DateTimeOffset keepUntil)
    {
        Count++;
        KeepUntil = keepUntil > KeepUntil ? keepUntil : KeepUntil;
        if (Count * 4L > _places.Length * 3L)
        {
            Grow();
        }

        Locate(key) = new(key, mark);
    }

    private void Grow()
    {
        var places = _places;
        _places = new LedgerPlace[Math.Max(FirstPlaces, (int)Math.Min(places.Length * 3L / 2, Array.MaxLength))];
        foreach (var place in places)
        {
            if (!place.IsFree)
            {
                Locate(place.Key) = place;
            }
        }
    }

    /// <summary>The key's place, or the free one where it would go: the first such from where its hash points.</summary>
    private ref LedgerPlace Locate(LedgerKey key)
    {
        var places = _places;
        var index = (int)Math.BigMul(hash.Of(key), (ulong)places.Length, out _);
        while (!places[index].IsFree && places[index].Key != key)
        {
            index = index + 1 < places.Length ? index + 1 : 0;
        }

        return ref places[index];
    }
}
