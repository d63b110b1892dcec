using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Brings an instance's copy up to date with the store, and the store with the copy. Whatever the store does, this goes on: a failure is
/// logged once, and so is its end.
/// </summary>
internal sealed class RevocationReader(
    IRevocationStore store, MiniAppRevocations revocations, TimeProvider clock, ILogger<MiniAppRevocations> logger)
{
    /// <summary>How often everything is read, which heals what a store failed to tell.</summary>
    private static readonly TimeSpan WholeInterval = TimeSpan.FromMinutes(1);

    /// <summary>How long a store may take, which has a shorter timeout of its own.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private string? _last;
    private long _lastWhole;
    private bool _isAway;

    /// <summary>Reads once. It throws for nothing but the token.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadOnceAsync(cancellationToken);
            await RestoreAsync(cancellationToken);
            if (revocations.Memory.IsTimeToForget(out var before))
            {
                revocations.List.Forget(before);
                await InTimeAsync(token => store.ForgetAsync(before, token), cancellationToken);
            }

            ReportSuccess();
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReportFailure(exception);
        }
    }

    private async Task ReadOnceAsync(CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var isWhole = _last is null || clock.GetElapsedTime(_lastWhole) >= WholeInterval || revocations.List.HasBlocksToReadBack;
        try
        {
            await ReadAsync(isWhole, cancellationToken);
        }
        catch (Exception) when (isWhole && _last is not null)
        {
            // There may be so much in all that it can't be read in time: what changed is in force all the same, and the copy's age tells the rest.
            await ReadAsync(isWhole: false, cancellationToken);
            throw;
        }

        revocations.Freshness.NoteReading(begun);
    }

    private async Task ReadAsync(bool isWhole, CancellationToken cancellationToken)
    {
        var (begun, writes) = (clock.GetTimestamp(), revocations.List.BeginReading());
        RevocationReading? reading = null;
        await InTimeAsync(async token => reading = await store.ReadAsync(_last, isWhole, token), cancellationToken);
        if (reading is not { Version: not null, Revoked: not null } || (isWhole && !reading.IsWhole) || reading is { IsWhole: true, Blocked: null })
        {
            throw new MiniAppStoreUnavailableException("The store answered with less than it was asked for.");
        }

        revocations.List.Apply(reading, writes, revocations.Memory.Since);
        (_last, _lastWhole) = (reading.Version, reading.IsWhole ? begun : _lastWhole);
    }

    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var losses = revocations.List.FindLosses();
        if (losses.Count > 0)
        {
            await InTimeAsync(token => store.RestoreAsync(losses.Revoked, losses.Blocked, token), cancellationToken);
            revocations.List.NoteRestored(losses);
            RevocationLog.Restored(logger, losses.Count);
        }
    }

    // A store that keeps neither its own timeout nor to its token is left alone with its answer.
    private async Task InTimeAsync(Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await ask(wait.Token).WaitAsync(Timeout, clock, cancellationToken);
        }
        finally
        {
            await wait.CancelAsync();
        }
    }

    private void ReportSuccess()
    {
        if (_isAway)
        {
            _isAway = false;
            RevocationLog.Read(logger);
        }
    }

    // The kind of the failure must do: what a store's client says may name what it was asked for.
    private void ReportFailure(Exception exception)
    {
        if (_isAway)
        {
            return;
        }

        _isAway = true;
        var fault = (exception.InnerException ?? exception).GetType().Name;
        if (revocations.Freshness.IsKnown)
        {
            RevocationLog.Stale(logger, fault);
        }
        else
        {
            RevocationLog.Unknown(logger, fault);
        }
    }
}
