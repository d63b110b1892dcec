using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Signs users out and keeps them out: their launches and their sessions, on every instance of the application. It is a singleton service
/// of an application that has a scheme of a mini app, or sessions. Where there is no <see cref="IRevocationStore"/>, it works in this process
/// alone, until that ends.
/// </summary>
public sealed class MiniAppRevocations
{
    /// <summary>How long a store may take, which has a shorter timeout of its own.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly IRevocationStore? _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private long _latestSeen;
    private int _isToldOfProcess;
    private int _onTheirWay;

    internal MiniAppRevocations(IRevocationStore? store, TimeProvider clock, ILogger<MiniAppRevocations> logger)
    {
        (_store, _clock, _logger) = (store, clock, logger);
        List = new(store is not null, clock);
        Memory = new(clock);
        Freshness = new(store is not null, clock);
    }

    internal RevocationList List { get; }

    internal RevocationMemory Memory { get; }

    internal RevocationFreshness Freshness { get; }

    // In this order: what can't be saved is a loss before it is no longer on its way.
    private bool HasUnsaved => Volatile.Read(ref _onTheirWay) > 0 || List.FindLosses().Revoked.Count > 0;

    /// <summary>
    /// Voids every session and every launch that is dated before now, or in this very second. A launch of a later second is good. One session
    /// is void for good. On this instance that is so when the call begins, on the others within two seconds.
    /// </summary>
    /// <param name="subject">Whose: a user's, an app's, a platform's, everybody's, or one session.</param>
    /// <param name="cancellationToken">Ends the wait; it is in force on this instance all the same.</param>
    /// <exception cref="ArgumentException">The subject names nobody.</exception>
    /// <exception cref="MiniAppStoreUnavailableException">
    /// The store could not be reached in time. It is in force on this instance, and will be on the others once this one reaches the store.
    /// </exception>
    public async Task RevokeAsync(MiniAppSubject subject, CancellationToken cancellationToken = default)
    {
        ThrowIfNobody(subject);
        var notBefore = FindPresent();
        if (_store is null)
        {
            List.Revoke(subject, notBefore);
            TidyProcess();
            return;
        }

        Interlocked.Increment(ref _onTheirWay);
        List.Revoke(subject, notBefore);
        try
        {
            await InTimeAsync(_store.RevokeAsync(subject, notBefore, cancellationToken), cancellationToken);
        }
        catch (Exception exception)
        {
            List.RevokeUnsaved(subject);
            throw Explained(exception, "The revocation is in force on this instance alone.", cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _onTheirWay);
        }
    }

    /// <summary>
    /// Keeps a subject out: no launch helps, and no session. On this instance that is so when the call begins, on the others within two
    /// seconds. When the block has ended, launches and sessions from before it are good again, as far as they still live.
    /// </summary>
    /// <param name="subject">Whom: a user, everybody in an app or of a platform, everybody at all, or one session.</param>
    /// <param name="until">Until when, by the clock of the instances; <see langword="null"/> for good. It replaces an end that was set before.</param>
    /// <param name="cancellationToken">Ends the wait; it is in force on this instance all the same.</param>
    /// <exception cref="ArgumentException">The subject names nobody.</exception>
    /// <exception cref="MiniAppStoreUnavailableException">
    /// The store could not be reached in time. It is in force on this instance, and will be on all once this one reaches the store, unless
    /// the subject is blocked there until later: that stays.
    /// </exception>
    public async Task BlockAsync(MiniAppSubject subject, DateTimeOffset? until, CancellationToken cancellationToken = default)
    {
        ThrowIfNobody(subject);
        var end = until ?? DateTimeOffset.MaxValue;
        List.Block(subject, end);
        if (_store is null)
        {
            TidyProcess();
            return;
        }

        try
        {
            await InTimeAsync(_store.BlockAsync(subject, end, cancellationToken), cancellationToken);
            List.BlockSaved(subject);
        }
        catch (Exception exception)
        {
            List.BlockUnsaved(subject);
            throw Explained(exception, "The block is in force on this instance alone.", cancellationToken);
        }
    }

    /// <summary>Ends a block, if there is one: on this instance when the store has ended it, on the others within two seconds.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="cancellationToken">Ends the wait; the block may have ended then.</param>
    /// <exception cref="ArgumentException">The subject names nobody.</exception>
    /// <exception cref="MiniAppStoreUnavailableException">The store could not be reached in time: the block goes on.</exception>
    public async Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken = default)
    {
        ThrowIfNobody(subject);
        try
        {
            await InTimeAsync(_store?.UnblockAsync(subject, cancellationToken) ?? Task.CompletedTask, cancellationToken);
        }
        catch (Exception exception)
        {
            throw Explained(exception, "The block goes on.", cancellationToken);
        }

        List.Unblock(subject);
    }

    /// <summary>Judges a launch that was verified; 0 B, and nothing to speak of where nothing is revoked.</summary>
    /// <returns><see langword="null"/> where nothing stands against it.</returns>
    internal MiniAppException? Judge(IMiniAppLaunch launch)
    {
        var second = Note(launch.Time);
        return !Freshness.IsKnown ? LaunchStateFailures.All[LaunchStateFailure.Unavailable]
            : List.IsEmpty ? null
            : Answer(List.Judge(launch.Subject, launch.App, second, session: null));
    }

    /// <summary>Judges a session; 0 B, and nothing to speak of where nothing is revoked.</summary>
    /// <param name="subject">The user.</param>
    /// <param name="app">The app, where it is known.</param>
    /// <param name="dated">The launch's time, or that of the session's beginning if it is earlier.</param>
    /// <param name="session">The session, where it is one.</param>
    /// <returns><see langword="null"/> where nothing stands against it.</returns>
    internal MiniAppException? Judge(MiniAppSubject? subject, MiniAppSubject? app, DateTimeOffset dated, MiniAppSubject? session)
    {
        var second = Note(dated);
        return !Freshness.IsKnown ? LaunchStateFailures.All[LaunchStateFailure.Unavailable]
            : List.IsEmpty ? null
            : Answer(List.Judge(subject, app, second, session));
    }

    /// <summary>
    /// What a request is told that was refused. One to log out everywhere may repeat what was answered by 503: until the store has it, the
    /// answer stays. It is not revoked anew, or a token that was revoked could end at will what its user began since.
    /// </summary>
    internal MiniAppException Explain(MiniAppException refusal, HttpContext context) =>
        refusal is MiniAppRevokedException && LogOut.Everywhere.IsAskedFor(context) && HasUnsaved
            ? LaunchStateFailures.All[LaunchStateFailure.Unavailable]
            : refusal;

    // Such as one that could not be read. In a list of what stands against many it must not come to mean everybody.
    private static void ThrowIfNobody(MiniAppSubject subject)
    {
        if (subject.Kind == MiniAppSubjectKind.None)
        {
            throw new ArgumentException("The subject names nobody.", nameof(subject));
        }
    }

    private static MiniAppException? Answer(LaunchStateFailure failure) =>
        failure is LaunchStateFailure.None ? null : LaunchStateFailures.All[failure];

    private static Exception Explained(Exception exception, string message, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => exception,
        MiniAppStoreUnavailableException => new MiniAppStoreUnavailableException($"{message} {exception.Message}", exception),
        _ => new MiniAppStoreUnavailableException(message, exception),
    };

    private Task InTimeAsync(Task written, CancellationToken cancellationToken) => written.WaitAsync(Timeout, _clock, cancellationToken);

    // The clock of the platform or of another instance may be ahead of this one, or this one may have been set back: a launch or a session
    // that was seen is one of the past, whatever its date. Otherwise that by which a user has just logged out everywhere would outlive it.
    private DateTimeOffset FindPresent()
    {
        var (now, seen) = (_clock.GetUtcNow(), DateTimeOffset.FromUnixTimeSeconds(Volatile.Read(ref _latestSeen)));
        return now > seen ? now : seen;
    }

    /// <returns>The Unix second of a date that was seen.</returns>
    private long Note(DateTimeOffset dated)
    {
        var second = dated.ToUnixTimeSeconds();
        for (var known = Volatile.Read(ref _latestSeen); known < second;)
        {
            var seen = Interlocked.CompareExchange(ref _latestSeen, second, known);
            known = seen == known ? second : seen;
        }

        return second;
    }

    private void TidyProcess()
    {
        if (Interlocked.Exchange(ref _isToldOfProcess, 1) == 0)
        {
            RevocationLog.InProcess(_logger);
        }

        if (Memory.IsTimeToForget(out var before))
        {
            List.Forget(before);
        }
    }
}
