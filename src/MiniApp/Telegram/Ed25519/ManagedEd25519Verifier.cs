namespace TelegramMiniApp;

/// <summary>Ed25519 verification in managed code, with precomputed tables for the keys last used.</summary>
/// <remarks>
/// Verifying under a known key takes about a tenth of the time that building its table takes. An application verifies
/// under Telegram's production key and perhaps its test key; the bound keeps any other use from growing the memory.
/// </remarks>
internal sealed class ManagedEd25519Verifier : IEd25519Verifier
{
    private const int MaxCachedKeys = 4;

    // Never changed in place: a new array replaces it, so that readers need no lock.
    private volatile VerificationKey[] _recentKeys = [];

    /// <summary>The one that serves the whole process, so that its tables are computed once.</summary>
    public static ManagedEd25519Verifier Shared { get; } = new();

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        GetKey(publicKey) is { } key && key.Verify(message, signature);

    private VerificationKey? GetKey(ReadOnlySpan<byte> encoded)
    {
        var recentKeys = _recentKeys;
        foreach (var recentKey in recentKeys)
        {
            if (recentKey.IsEncodedAs(encoded))
            {
                return recentKey;
            }
        }

        var key = VerificationKey.TryCreate(encoded);
        if (key is not null)
        {
            // Two threads may overwrite each other's addition. The lost key is just built again when next needed.
            _recentKeys = [key, .. recentKeys.Take(MaxCachedKeys - 1)];
        }

        return key;
    }
}
