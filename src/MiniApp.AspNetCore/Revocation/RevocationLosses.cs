namespace MiniApp.AspNetCore;

/// <summary>What an instance knows and the store does not: because it lost it, or because it could not be reached when it was told.</summary>
internal sealed record RevocationLosses(
    IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> Revoked,
    IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> Blocked)
{
    public int Count => Revoked.Count + Blocked.Count;
}
