using System.Runtime.InteropServices;

namespace MiniApp.AspNetCore;

/// <summary>A claim on a key of the ledger.</summary>
/// <param name="Key">What is used: the id of a launch or of a refresh token. Nothing can be told from it.</param>
/// <param name="Mark">What the first claim leaves, for later ones to find: a hash of a launch's binding, or the time of a refresh.</param>
/// <param name="KeepUntil">When the ledger may forget the key, because what it stands for is refused by then anyway.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerClaim(Guid Key, long Mark, DateTimeOffset KeepUntil);
