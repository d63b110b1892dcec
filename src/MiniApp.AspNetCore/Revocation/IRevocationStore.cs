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

    /// <summary>
    /// Keeps again what the store lost or never heard of. Of two times that a subject is revoked, or blocked until, the later one stays: an
    /// earlier block, such as one that has ended, must not take the place of what was asked while the store was away.
    /// </summary>
    /// <param name="revoked">Before which time what a subject has is void.</param>
    /// <param name="blocked">Until when subjects are blocked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">Not all of it could be kept. It is asked again, with the whole.</exception>
    Task RestoreAsync(
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> revoked,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked,
        CancellationToken cancellationToken);

    /// <summary>
    /// Forgets the revocations that void nothing any more, because all that is dated before them is refused for its age, and the blocks that
    /// ended by then. Each instance asks for it once an hour. No other instance need be told.
    /// </summary>
    /// <param name="before">The time: what is dated before it goes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">It could not be done within the store's timeout. It is asked again later.</exception>
    Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Reads what changed since the last reading, or everything.</summary>
    /// <param name="last">The <see cref="RevocationReading.Version"/> of the last reading; <see langword="null"/> if there was none.</param>
    /// <param name="isWhole">Whether to read everything, also where nothing seems to have changed. It is so where there was no reading.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The reading; with nothing in it where nothing changed. One of everything tells a loss since the last reading, too.</returns>
    /// <exception cref="MiniAppStoreUnavailableException">It could not be read within the store's timeout.</exception>
    Task<RevocationReading> ReadAsync(string? last, bool isWhole, CancellationToken cancellationToken);

    /// <summary>
    /// Waits until some instance says that something changed. It may never be told: each instance reads once a second anyway. Where the store
    /// can't listen, it may throw; it is asked again after the next reading.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task WaitForChangeAsync(CancellationToken cancellationToken);
}
