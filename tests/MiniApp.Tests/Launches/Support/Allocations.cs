namespace MiniApp.Tests;

/// <summary>What calls allocate.</summary>
internal static class Allocations
{
    /// <summary>The bytes that a hundred calls allocate at least: what each of them allocates is in every round.</summary>
    public static long Least<T>(Func<T> call)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 50 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                call();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
