using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// The framework's key manager, whose keys are read anew when another instance made one. By itself it reads once a day, because a key is
/// made two days before it is used; but the first one, and one that is made after a loss, is used at once.
/// </summary>
internal sealed class SharedKeyManager : IKeyManager
{
    private readonly IKeyManager _manager;
    private CancellationTokenSource _changed = new();

    public SharedKeyManager(IKeyManager manager, RedisKeyRepository repository)
    {
        _manager = manager;
        repository.Changed += () => Interlocked.Exchange(ref _changed, new CancellationTokenSource()).Cancel();
    }

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => _manager.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => _manager.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() =>
        CancellationTokenSource.CreateLinkedTokenSource(_manager.GetCacheExpirationToken(), Volatile.Read(ref _changed).Token).Token;

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => _manager.RevokeAllKeys(revocationDate, reason);

    public void RevokeKey(Guid keyId, string? reason = null) => _manager.RevokeKey(keyId, reason);
}
