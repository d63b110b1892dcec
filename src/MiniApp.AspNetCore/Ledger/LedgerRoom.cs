namespace MiniApp.AspNetCore;

/// <summary>The places that are left in the ledger in the process.</summary>
/// <param name="capacity">How many there are.</param>
internal sealed class LedgerRoom(int capacity)
{
    private int _left = capacity;

    public bool TryTake()
    {
        if (Interlocked.Decrement(ref _left) >= 0)
        {
            return true;
        }

        Interlocked.Increment(ref _left);
        return false;
    }

    public void GiveBack(int count) => Interlocked.Add(ref _left, count);
}
