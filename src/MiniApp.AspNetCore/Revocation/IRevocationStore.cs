namespace MiniApp.AspNetCore;

/// <summary>
/// Keeps revocations and blocks for all instances of an application. Each instance has a copy of the whole in memory, which it brings up to
/// date each second; where there is no store, that copy is all there is.
/// </summary>
public interface IRevocationStore
{
    /// <summary>Keeps that what is dated before a time is void. A later time that is there already stays.</summary>
    /// <param name="subject">Whose launches and sessions.</param>
    /// <param name="notBefore">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">It could not be kept within the store's timeout.</exception>
    Task RevokeAsync(MiniAppSubject subject, DateTimeOffset notBefore, CancellationToken cancellationToken);

    /// <summary>Keeps that a subject is blocked. An earlier or later end that is there is replaced.</summary>
    /// <param name="subject">Whose launches and sessions.</param>
    /// <param name="until">When the block ends; <see cref="DateTimeOffset.MaxValue"/> for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">It could not be kept within the store's timeout.</exception>
    Task BlockAsync(MiniAppSubject subject, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Ends a block, if there is one.</summary>
    /// <param name="subject">Whose launches and sessions.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">It could not be kept within the store's timeout.</exception>
    Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken);

    /// <summary>Reads what changed since the last reading, or everything.</summary>
    /// <param name="last">The <see cref="RevocationReading.Version"/> of the last reading; <see langword="null"/> to read everything.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The reading; with nothing in it where nothing changed.</returns>
    /// <exception cref="MiniAppStoreUnavailableException">It could not be read within the store's timeout.</exception>
    Task<RevocationReading> ReadAsync(string? last, CancellationToken cancellationToken);

    /// <summary>Waits until another instance says that something changed. It may never be told: reading is what counts.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WaitForChangeAsync(CancellationToken cancellationToken);
}
