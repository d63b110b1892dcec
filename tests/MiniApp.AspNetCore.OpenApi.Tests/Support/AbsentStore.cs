namespace MiniApp.AspNetCore.OpenApi.Tests;

/// <summary>A store of revocations that is away.</summary>
internal sealed class AbsentStore : IRevocationStore
{
    public Task RevokeAsync(MiniAppSubject subject, DateTimeOffset notBefore, CancellationToken cancellationToken) => throw Away();

    public Task BlockAsync(MiniAppSubject subject, DateTimeOffset until, CancellationToken cancellationToken) => throw Away();

    public Task UnblockAsync(MiniAppSubject subject, CancellationToken cancellationToken) => throw Away();

    public Task RestoreAsync(
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> revoked,
        IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> blocked,
        CancellationToken cancellationToken) => throw Away();

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw Away();

    public Task<RevocationReading> ReadAsync(string? last, bool isWhole, CancellationToken cancellationToken) => throw Away();

    public Task WaitForChangeAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    private static MiniAppStoreUnavailableException Away() => new("It is away.", new TimeoutException());
}
