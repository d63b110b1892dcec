namespace MiniApp.AspNetCore;

/// <summary>
/// Signs users out and keeps them out, on every instance of the application: their launches and their sessions. It is a singleton service
/// of an application that has a scheme of a mini app.
/// </summary>
public sealed class MiniAppRevocations
{
    private readonly IRevocationStore? _store;
    private readonly TimeProvider _clock;

    internal MiniAppRevocations(IRevocationStore? store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Voids every session and every launch that is dated before now. A new launch is good.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">The store could not be reached: nothing is revoked on other instances.</exception>
    public async Task RevokeAsync(MiniAppSubject subject, CancellationToken cancellationToken = default)
    {
        if (_store is not null)
        {
            await _store.RevokeAsync(subject, _clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Keeps a subject out: no launch helps, and no session.</summary>
    /// <param name="subject">Whom.</param>
    /// <param name="until">Until when; <see langword="null"/> for good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">The store could not be reached: nobody is blocked on other instances.</exception>
    public async Task BlockAsync(MiniAppSubject subject, DateTimeOffset? until, CancellationToken cancellationToken = default)
    {
        if (_store is not null)
        {
            await _store.BlockAsync(subject, until ?? DateTimeOffset.MaxValue, cancellationToken);
        }
    }

    /// <summary>Ends a block.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MiniAppStoreUnavailableException">The store could not be reached: the block goes on.</exception>
    public async Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken = default)
    {
        if (_store is not null)
        {
            await _store.UnblockAsync(subject, cancellationToken);
        }
    }

    /// <summary>Judges what was verified; 0 B, and nothing to speak of where nothing is revoked.</summary>
    /// <param name="subject">The user.</param>
    /// <param name="app">The app, where it is known.</param>
    /// <param name="dated">The launch's time, or that of the session's beginning if it is earlier.</param>
    /// <param name="session">The session, where it is one.</param>
    /// <returns><see langword="null"/> where nothing is revoked.</returns>
    internal MiniAppException? Judge(MiniAppSubject subject, MiniAppSubject? app, DateTimeOffset dated, MiniAppSubject? session) => null;
}
