using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Judges the use of launches that are to be used once, by what the options call once.</summary>
internal sealed class LaunchUses(
    ILaunchLedger ledger, IOptions<LaunchLedgerOptions> options, LedgerMetrics metrics, ILogger<LaunchUses> logger, TimeProvider? clock = null)
{
    /// <summary>Instances whose clocks differ a little go on accepting what others don't any more.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly LaunchUse _mode = options.Value.Use;
    private readonly LedgerUnavailableBehavior _onUnavailable = options.Value.OnUnavailable;

    /// <summary>Uses a launch.</summary>
    /// <param name="context">The request, which may have a binding.</param>
    /// <param name="launch">The launch, which was verified.</param>
    /// <param name="lifetime">How long launches of its platform are accepted: the longest <c>Lifetime</c> with its <c>ClockSkew</c>.</param>
    public async ValueTask<LaunchUseVerdict> UseAsync(HttpContext context, IMiniAppLaunch launch, TimeSpan lifetime)
    {
        var id = launch.LaunchId;
        string? binding = null;
        if (_mode != LaunchUse.Once && LaunchBindingHeader.Read(context.Request.Headers, out binding) is { } fault)
        {
            if (_mode == LaunchUse.Bind)
            {
                LedgerLog.BindingRefused(logger, id, fault);
                return LaunchUseVerdict.BindingRefused(fault);
            }

            LedgerLog.BindingReported(logger, id, fault);
        }

        return await JudgeAsync(launch, binding, lifetime);
    }

    /// <summary>Uses a launch that comes where no page can send a binding: in the address of one.</summary>
    /// <inheritdoc cref="UseAsync"/>
    public ValueTask<LaunchUseVerdict> UseUnboundAsync(IMiniAppLaunch launch, TimeSpan lifetime) => JudgeAsync(launch, binding: null, lifetime);

    private async ValueTask<LaunchUseVerdict> JudgeAsync(IMiniAppLaunch launch, string? binding, TimeSpan lifetime)
    {
        var failure = launch.LaunchId is { } id
            ? await ClaimAsync(id, launch.Time, binding, KeepUntil(launch.Time, lifetime))
            : Count(LedgerMetrics.Unavailable, LaunchStateFailure.Unavailable);
        return failure == LaunchStateFailure.None ? LaunchUseVerdict.Accepted : Answer(launch.LaunchId, failure);
    }

    private async ValueTask<LaunchStateFailure> ClaimAsync(LaunchId id, DateTimeOffset time, string? binding, DateTimeOffset keepUntil)
    {
        var mark = binding is null ? 0 : LaunchBindingHeader.MarkOf(id, binding);
        var answer = await ledger.TryClaimAsync(new LedgerClaim(id.ToGuid(), mark, keepUntil), clock ?? TimeProvider.System, logger);
        return answer switch
        {
            { Outcome: not (LedgerOutcome.First or LedgerOutcome.Again) } => Count(LedgerMetrics.Unavailable, LaunchStateFailure.Unavailable),

            // Even where it is remembered: the claim that is remembered may be the one that was refused for this.
            { RemembersSince: var since } when time.ToUnixTimeSeconds() < since.ToUnixTimeSeconds() =>
                Count(LedgerMetrics.Forgotten, LaunchStateFailure.Forgotten),
            { Outcome: LedgerOutcome.First } => Count(LedgerMetrics.First),
            { FirstMark: var first } when binding is not null && first == mark => Count(LedgerMetrics.Again),
            _ => Count(LedgerMetrics.Replayed, LaunchStateFailure.Replayed),
        };
    }

    private LaunchUseVerdict Answer(LaunchId? id, LaunchStateFailure failure)
    {
        if (_mode == LaunchUse.ReportOnly)
        {
            LedgerLog.Reported(logger, id, failure);
            return LaunchUseVerdict.Accepted;
        }

        if (failure == LaunchStateFailure.Unavailable && _onUnavailable == LedgerUnavailableBehavior.Accept)
        {
            LedgerLog.AcceptedUnknown(logger, id);
            return LaunchUseVerdict.Accepted;
        }

        LedgerLog.Refused(logger, id, failure);
        return LaunchUseVerdict.Refused(failure);
    }

    private LaunchStateFailure Count(string outcome, LaunchStateFailure failure = LaunchStateFailure.None)
    {
        metrics.Count(outcome);
        return failure;
    }

    private static DateTimeOffset KeepUntil(DateTimeOffset time, TimeSpan lifetime)
    {
        var longest = DateTimeOffset.MaxValue - time - Margin;
        return lifetime < longest ? time + lifetime + Margin : DateTimeOffset.MaxValue;
    }
}
