using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MiniApp.AspNetCore.Tests;

/// <summary>
/// Three instances that revoke, block and end blocks, of which one or the other can't read or write for a while, over a store that is emptied at
/// times: whatever happens in whatever order, and in the midst of what, they agree in the end, and with the store.
/// </summary>
public sealed class RevocationConvergenceTests
{
    private const int Histories = 300;
    private const int Steps = 20;

    private static readonly MiniAppSubject[] Users = [MiniAppSubject.VkUser(1), MiniAppSubject.VkUser(2)];

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now));
    private readonly Dictionary<MiniAppSubject, DateTimeOffset> _blocked = [];
    private readonly Dictionary<MiniAppSubject, DateTimeOffset> _revoked = [];
    private readonly List<string> _history = [];
    private SharedStore _shared = null!;
    private PartedStore[] _stores = null!;
    private MiniAppRevocations[] _instances = null!;
    private RevocationReader[] _readers = null!;
    private Random _random = null!;
    private bool _isMeanwhile;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Instances_agree_with_the_store_in_the_end_and_what_was_asked_last_is_in_force(bool interrupts)
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            await BeginAsync(seed, interrupts);
            for (var step = 0; step < Steps; step++)
            {
                await StepAsync(kinds: 9);
            }

            foreach (var store in _stores)
            {
                (store.CanRead, store.CanWrite, store.Meanwhile) = (true, true, () => Task.CompletedTask);
            }

            // One to give back, one to be told by, one to read it back.
            await PassSecondAsync();
            await PassSecondAsync();
            await PassSecondAsync();
            Array.ForEach(Users, user => AssertAgreement(user, interrupts, $"seed {seed}: {string.Join(", ", _history)}"));
        }
    }

    private async Task BeginAsync(int seed, bool interrupts)
    {
        (_random, _shared) = (new Random(seed), new SharedStore { IsSilent = true });
        _stores = [.. Enumerable.Range(0, 3).Select(_ => new PartedStore(_shared))];
        _instances = [.. _stores.Select(store => new MiniAppRevocations(store, _clock, NullLogger<MiniAppRevocations>.Instance))];
        _readers = [.. _stores.Zip(_instances, (store, instance) => new RevocationReader(store, instance, _clock, NullLogger<MiniAppRevocations>.Instance))];
        _blocked.Clear();
        _revoked.Clear();
        _history.Clear();
        await PassSecondAsync();
        foreach (var store in interrupts ? _stores : [])
        {
            store.Meanwhile = InterruptAsync;
        }
    }

    private async Task InterruptAsync()
    {
        if (!_isMeanwhile && _random.Next(6) == 0)
        {
            _isMeanwhile = true;
            _history.Add("meanwhile");
            await StepAsync(kinds: 4);
            _isMeanwhile = false;
        }
    }

    private async Task StepAsync(int kinds)
    {
        var (index, user) = (_random.Next(_instances.Length), Users[_random.Next(Users.Length)]);
        switch (_random.Next(kinds))
        {
            case 0 or 1:
                var until = _random.Next(3) == 0 ? DateTimeOffset.MaxValue : _clock.GetUtcNow().AddSeconds(_random.Next(1, 8));
                _blocked[user] = until;
                await AskAsync($"{index} blocks {user} until {until:mm:ss}", () => _instances[index].BlockAsync(user, until));
                break;
            case 2:
                _blocked.Remove(user);
                await AskAsync($"{index} ends the block of {user}", () => _instances[index].UnblockAsync(user));
                break;
            case 3:
                _revoked[user] = _clock.GetUtcNow();
                await AskAsync($"{index} revokes {user}", () => _instances[index].RevokeAsync(user));
                break;
            case 4:
                (_stores[index].CanWrite, _stores[index].IsLate) = (!_stores[index].CanWrite, _random.Next(2) == 0);
                _history.Add($"{index} writes: {_stores[index].CanWrite}, late: {_stores[index].IsLate}");
                break;
            case 5:
                _stores[index].CanRead = !_stores[index].CanRead;
                _history.Add($"{index} reads: {_stores[index].CanRead}");
                break;
            case 6 when _random.Next(3) == 0:
                _shared.Empty();
                _history.Add("the store is emptied");
                break;
            default:
                await PassSecondAsync();
                break;
        }
    }

    private async Task AskAsync(string what, Func<Task> ask)
    {
        try
        {
            await ask();
            _history.Add(what);
        }
        catch (MiniAppStoreUnavailableException)
        {
            _history.Add(what + " in vain");
        }
    }

    private async Task PassSecondAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        _history.Add($"{_clock.GetUtcNow():mm:ss}");
        foreach (var reader in _readers)
        {
            await reader.ReadAsync(CancellationToken.None);
        }
    }

    private void AssertAgreement(MiniAppSubject user, bool interrupts, string history)
    {
        var isInStore = _shared.Blocked.TryGetValue(user, out var until) && until > _clock.GetUtcNow();
        var second = _revoked.GetValueOrDefault(user).ToUnixTimeSeconds();
        foreach (var instance in _instances)
        {
            var verdict = instance.List.Judge(user, app: null, second, session: null);
            Assert.True((verdict == LaunchStateFailure.Blocked) == isInStore, $"An instance says {verdict} of {user}, and the store {isInStore}. {history}");
            Assert.False(verdict == LaunchStateFailure.None && _revoked.ContainsKey(user), $"The revocation of {user} is lost. {history}");
        }

        // Of two that are asked for at once, either may come last.
        Assert.True(
            interrupts || isInStore || !(_blocked.GetValueOrDefault(user) > _clock.GetUtcNow()), $"The block of {user} is lost. {history}");
    }
}
