using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Calls a ledger that somebody else may have written.</summary>
internal static class LedgerCalls
{
    /// <summary>How long a ledger may take, which has a shorter timeout of its own.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Claims a key. A ledger that throws, or does not answer, is unavailable, and the log has a line. A client that leaves is not: it would
    /// have its launch pass unasked where that is what becomes of launches then.
    /// </summary>
    public static async ValueTask<LedgerAnswer> TryClaimAsync(this ILaunchLedger ledger, LedgerClaim claim, TimeProvider clock, ILogger logger)
    {
        try
        {
            var answer = ledger.ClaimAsync(claim, CancellationToken.None);
            return answer.IsCompleted ? await answer : await answer.AsTask().WaitAsync(Timeout, clock);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LedgerLog.Threw(logger, ledger.GetType(), exception.GetType());
            return LedgerAnswer.Unavailable;
        }
    }
}
