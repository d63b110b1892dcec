using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace MiniApp.AspNetCore.Redis;

/// <summary>
/// The framework's key manager, whose keys are read anew when another instance made one. By itself it reads once a day, because a key is
/// made two days before it is used; but the first one, and one that is made after a loss, is used at once.
/// </summary>
internal sealed class SharedKeyManager(IKeyManager manager, RedisKeyRepository repository) : IKeyManager
{
    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => manager.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => manager.GetAllKeys();

    public CancellationToken GetCacheExpirationToken() =>
        CancellationTokenSource.CreateLinkedTokenSource(manager.GetCacheExpirationToken(), repository.NextChange).Token;

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => manager.RevokeAllKeys(revocationDate, reason);

    public void RevokeKey(Guid keyId, string? reason = null) => manager.RevokeKey(keyId, reason);
}
