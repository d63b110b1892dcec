using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// Keeps the keys of Data Protection for all instances, and once more in memory: a Redis that lost them gets them back.
/// </summary>
internal sealed class RedisKeyRepository(RedisConnection connection, string prefix, RedisUses uses) : IXmlRepository, IDisposable
{
    private readonly RedisUse _use = uses.Keys;
    private readonly RedisKey _key = prefix + "keys";
    private readonly Lock _lock = new();
    private volatile KeyElements _known = KeyElements.None;

    private volatile bool _hasLost;

    // Whether whoever makes a key found none: who has not looked can't know whether another key is the first already.
    private volatile bool _wasEmpty;

    private CancellationTokenSource _changed = new();

    /// <summary>Cancelled when other keys are there than were read.</summary>
    public CancellationToken NextChange => Volatile.Read(ref _changed).Token;

    /// <summary>Whether the keys were read once.</summary>
    public bool WasRead => _known.Born is not null;

    // Data Protection reads seldom, and waits: that is how its interface is.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var read = ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        Check(read, "The keys of Data Protection were not read");
        var known = Learn(read.Value!).Elements;
        _wasEmpty = known.Count == 0;
        return [.. known.Values.Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);

        var isFirst = _wasEmpty && element.Name.LocalName == "key";
        var field = isFirst ? KeyElements.FirstField : KeyElements.NameOf(element, friendlyName);
        var stored = connection.CallAsync(
            _use,
            (_key, field, Xml: element.ToString(SaveOptions.DisableFormatting)),
            static (database, argument) => database.HashSetAsync(argument._key, argument.field, argument.Xml, When.NotExists),
            CancellationToken.None).GetAwaiter().GetResult();
        Check(stored, "A key of Data Protection was not kept");
        _wasEmpty &= !isFirst;
    }

    /// <summary>Looks whether other keys came, or whether all were lost, and gives back what this instance knows.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var before = _known;

        // A key that came since the last look may be of who found none either: the one that is made here is still the first, or none.
        _wasEmpty &= before.Elements.Count == 0;
        var read = await ReadAsync(cancellationToken);
        if (!read.IsAnswer)
        {
            return;
        }

        Learn(read.Value);
        if (_hasLost && await RestoreAsync(_known.Elements.ExceptBy(read.Value.Elements.Keys, element => element.Key, StringComparer.Ordinal), cancellationToken))
        {
            _hasLost = false;
            RedisLog.Restored(uses.Logger, "the keys of Data Protection");
        }

        if (read.Value.Elements.Keys.Any(name => !before.Elements.ContainsKey(name)))
        {
            await Interlocked.Exchange(ref _changed, new CancellationTokenSource()).CancelAsync();
        }
    }

    public void Dispose() => _changed.Dispose();

    private static void Check<T>(RedisReply<T> reply, string notDone)
    {
        if (!reply.IsAnswer)
        {
            throw new MiniAppStoreUnavailableException($"{notDone}: Redis gave {reply.Fault}.");
        }
    }

    private Task<RedisReply<KeyElements>> ReadAsync(CancellationToken cancellationToken) => connection.CallAsync(
        _use,
        _key,
        static async (database, key) =>
        {
            var fields = await database.HashGetAllAsync(key);
            if (!fields.Any(field => field.Name == KeyElements.BornField))
            {
                await database.HashSetAsync(key, KeyElements.BornField, Guid.NewGuid().ToString(), When.NotExists);
                fields = await database.HashGetAllAsync(key);
            }

            return KeyElements.Of(fields) is { Born: not null } elements ? elements : throw RedisFaults.NoSense();
        },
        cancellationToken);

    /// <summary>Keeps what was read; of a Redis that lost keys, also those that were known.</summary>
    private KeyElements Learn(KeyElements read)
    {
        lock (_lock)
        {
            _hasLost |= _known.Elements.Count > 0 && _known.Born != read.Born;
            if (_hasLost)
            {
                var all = new Dictionary<string, string>(_known.Elements, StringComparer.Ordinal);
                foreach (var (name, xml) in read.Elements)
                {
                    all[name] = xml;
                }

                read = read with { Elements = all };
            }

            return _known = read;
        }
    }

    private async Task<bool> RestoreAsync(IEnumerable<KeyValuePair<string, string>> elements, CancellationToken cancellationToken)
    {
        var reply = await connection.CallAsync(
            _use,
            (_key, elements),
            static (database, argument) => Task.WhenAll(argument.elements.Select(
                element => database.HashSetAsync(argument._key, element.Key, element.Value, When.NotExists))),
            cancellationToken);
        return reply.IsAnswer;
    }
}
