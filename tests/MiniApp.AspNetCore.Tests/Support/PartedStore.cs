namespace MiniApp.AspNetCore.Tests;

/// <summary>A shared store as one instance sees it, which may reach it at times and not at others.</summary>
/// <param name="store">The store.</param>
internal sealed class PartedStore(IRevocationStore store) : IRevocationStore
{
    public bool CanRead { get; set; } = true;

    public bool CanWrite { get; set; } = true;

    /// <summary>Whether what is written arrives though nobody hears so.</summary>
    public bool IsLate { get; set; }

    /// <summary>What happens between an answer and its arrival.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public Task RevokeAsync(MiniAppSubject subject, DateTimeOffset notBefore, CancellationToken cancellationToken) =>
        WriteAsync(() => store.RevokeAsync(subject, notBefore, cancellationToken));

    public Task BlockAsync(MiniAppSubject subject, DateTimeOffset until, CancellationToken cancellationToken) =>
        WriteAsync(() => store.BlockAsync(subject, until, cancellationToken));

    public Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken) =>
        WriteAsync(() => store.UnblockAsync(subject, cancellationToken));

    public Task RestoreAsync(
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> revoked,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked,
        CancellationToken cancellationToken) => WriteAsync(() => store.RestoreAsync(revoked, blocked, cancellationToken));

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => WriteAsync(() => store.ForgetAsync(before, cancellationToken));

    public async Task<RevocationReading> ReadAsync(string? last, bool isWhole, CancellationToken cancellationToken)
    {
        var reading = CanRead ? await store.ReadAsync(last, isWhole, cancellationToken) : throw new MiniAppStoreUnavailableException("Away.");
        await Meanwhile();
        return reading;
    }

    public Task WaitForChangeAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    private async Task WriteAsync(Func<Task> write)
    {
        if (CanWrite || IsLate)
        {
            await write();
        }

        await Meanwhile();
        if (!CanWrite)
        {
            throw new MiniAppStoreUnavailableException("Away.");
        }
    }
}
