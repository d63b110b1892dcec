using System.Runtime.InteropServices;

namespace MiniApp.AspNetCore;

/// <summary>What stands against a subject.</summary>
/// <param name="NotBefore">The Unix second up to which what is dated is void, that second with it; 0 where nothing is.</param>
/// <param name="BlockedUntil">The UTC ticks at which a block ends; 0 where there is none.</param>
// Launches are dated in whole seconds: of two in the second of a revocation, nobody can tell which came before it.
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RevocationEntry(long NotBefore, long BlockedUntil)
{
    public bool IsNothing => this is { NotBefore: <= 0, BlockedUntil: <= 0 };

    public static RevocationEntry Strictest(RevocationEntry one, RevocationEntry other) =>
        new(Math.Max(one.NotBefore, other.NotBefore), Math.Max(one.BlockedUntil, other.BlockedUntil));
}
