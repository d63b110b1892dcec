namespace MiniApp.AspNetCore;

/// <summary>What an instance reads of the store.</summary>
/// <param name="Version">Names the state that was read; it changes with every change.</param>
/// <param name="IsWhole">
/// Whether this is all there is, so that a block which is not in it has ended. Otherwise it is what changed: blocks are whole whenever
/// <paramref name="Blocked"/> is there, revocations are never taken back.
/// </param>
/// <param name="Revoked">Before which time what a subject has is void.</param>
/// <param name="Blocked">Until when subjects are blocked; <see langword="null"/> where no block changed.</param>
/// <param name="IsEmptied">
/// Whether the store lost any of what it had at the last reading, by a restart or a failover: then the instance keeps what it knows, and has the
/// store restore it.
/// </param>
public sealed record RevocationReading(
    string Version,
    bool IsWhole,
    IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>> Revoked,
    IReadOnlyList<KeyValuePair<MiniAppSubject, DateTimeOffset>>? Blocked,
    bool IsEmptied = false);
