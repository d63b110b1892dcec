using System.Runtime.InteropServices;

namespace MiniApp.AspNetCore;

/// <summary>A key of the ledger in the process, in halves, of which at least one is not 0.</summary>
/// <param name="Low">Its first half.</param>
/// <param name="High">Its second half.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LedgerKey(ulong Low, ulong High);
