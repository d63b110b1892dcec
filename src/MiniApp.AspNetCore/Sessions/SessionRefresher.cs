using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Exchanges a refresh token for new tokens, once and a little longer, or answers why not.</summary>
internal sealed class SessionRefresher(
    SessionTickets tickets,
    SessionSettings settings,
    ILaunchLedger ledger,
    IOptions<LaunchLedgerOptions> ledgerOptions,
    MiniAppRevocations revocations,
    ILogger<MiniAppSession> logger)
{
    /// <returns>The session; <see langword="null"/> where the request is answered.</returns>
    public async Task<SessionUser?> RefreshAsync(HttpContext context, string token)
    {
        var options = settings.Options;
        AuthenticationTicket? ticket = null;
        if (TokenShape.IsProtectedTicket(token) && !tickets.TryUnprotectRefresh(token, out ticket))
        {
            SessionAnswers.DelayForKeys(context, logger);
            return null;
        }

        if (ticket is null
            || SessionTickets.ReadUser(ticket) is not { } user
            || SessionTickets.ReadTokenId(ticket) is not { } id
            || ticket.Properties is not { IssuedUtc: { } issued, ExpiresUtc: { } expires })
        {
            return Refuse(
                context, options, SessionFailures.All[TokenShape.IsProtectedTicket(token) ? SessionFailure.Unreadable : SessionFailure.Malformed]);
        }

        var session = user.Session;
        var now = options.Clock.GetUtcNow();
        var end = FindEnd(session, expires, options);
        var failure = now >= end ? LaunchStateFailures.All[LaunchStateFailure.SessionEnded]
            : revocations.Judge(session.User, session.App, session.Dated, MiniAppSubject.Session(session.Id));
        failure ??= await UseAsync(id, issued, session, expires, options);

        return failure is null ? await AskAsync(context, options, user) : Refuse(context, options, failure);
    }

    /// <summary>Uses the token, and ends the session where somebody did long ago: one of the two has stolen it.</summary>
    private async Task<MiniAppException?> UseAsync(
        Guid id, DateTimeOffset issued, MiniAppSession session, DateTimeOffset expires, MiniAppSessionOptions options)
    {
        var now = options.Clock.GetUtcNow();

        // It is remembered for as long as any setting could have it good: a life that is shorter now may be as long as it was again.
        var answer = await ledger.TryClaimAsync(new(id, now.ToUnixTimeMilliseconds(), expires), options.Clock, logger);
        switch (answer)
        {
            case { Outcome: not (LedgerOutcome.First or LedgerOutcome.Again) } when ledgerOptions.Value.OnUnavailable == LedgerUnavailableBehavior.Accept:
                SessionLog.AcceptedUnknown(logger);
                return null;

            case { Outcome: not (LedgerOutcome.First or LedgerOutcome.Again) }:
                return LaunchStateFailures.All[LaunchStateFailure.Unavailable];

            // Even where it is remembered: the use that is remembered may be one that was refused for this.
            case { RemembersSince: var since } when issued.ToUnixTimeSeconds() < since.ToUnixTimeSeconds():
                return LaunchStateFailures.All[LaunchStateFailure.Forgotten];

            case { Outcome: LedgerOutcome.First }:
            case { FirstMark: var first } when IsWithin(options.RefreshLeeway, now, first):
                return null;

            default:
                SessionLog.Reused(logger);
                return LaunchStateFailures.All[
                    await TryEndAsync(session) ? LaunchStateFailure.Replayed : LaunchStateFailure.Unavailable];
        }
    }

    // A life that was made longer since brings no session back: how it ended, and which tokens were used, may be forgotten.
    private static DateTimeOffset FindEnd(MiniAppSession session, DateTimeOffset expires, MiniAppSessionOptions options) =>
        MiniAppSession.FindEnd(session.LaunchTime, options.MaxLifetime) is var end && expires < end ? expires : end;

    // Clocks of instances differ, so the first use may seem to come later than the second.
    private static bool IsWithin(TimeSpan leeway, DateTimeOffset now, long firstUse) =>
        Math.Abs(now.ToUnixTimeMilliseconds() - firstUse) <= leeway.TotalMilliseconds;

    // Also where the thief has gone before the answer.
    private async Task<bool> TryEndAsync(MiniAppSession session)
    {
        try
        {
            await revocations.RevokeAsync(MiniAppSubject.Session(session.Id), CancellationToken.None);
            return true;
        }
        catch (MiniAppStoreUnavailableException)
        {
            SessionLog.NotEnded(logger);
            return false;
        }
    }

    private async Task<SessionUser?> AskAsync(HttpContext context, MiniAppSessionOptions options, SessionUser user)
    {
        var refreshing = new SessionRefreshingContext(context, settings.Scheme, options, user.Session, user.Kept);
        await settings.FindEvents(context).Refreshing(refreshing);
        if (refreshing.RefusalReason is not { } reason)
        {
            return user;
        }

        SessionLog.Declined(logger, reason);
        SessionAnswers.Refuse(context, options.Realm, reason);
        return null;
    }

    private SessionUser? Refuse(HttpContext context, MiniAppSessionOptions options, MiniAppException failure)
    {
        SessionLog.Refused(logger, failure.Failure);
        SessionAnswers.Refuse(context, options.Realm, failure);
        return null;
    }
}
