using System.Runtime.InteropServices;

namespace MiniApp.AspNetCore;

/// <summary>A place for a key and its mark in the ledger in the process.</summary>
/// <param name="Key">The key.</param>
/// <param name="Mark">What its first claim left.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LedgerPlace(LedgerKey Key, long Mark)
{
    public bool IsFree => (Key.Low | Key.High) == 0;
}
