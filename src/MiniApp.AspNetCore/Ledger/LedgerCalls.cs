using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Calls a ledger that somebody else may have written.</summary>
internal static class LedgerCalls
{
    /// <summary>Claims a key. A ledger that throws is unavailable, and the log has a line.</summary>
    public static async ValueTask<LedgerAnswer> TryClaimAsync(
        this ILaunchLedger ledger, LedgerClaim claim, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.ClaimAsync(claim, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return LedgerAnswer.Unavailable; // Nobody reads the answer.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LedgerLog.Threw(logger, ledger.GetType(), exception.GetType());
            return LedgerAnswer.Unavailable;
        }
    }
}
