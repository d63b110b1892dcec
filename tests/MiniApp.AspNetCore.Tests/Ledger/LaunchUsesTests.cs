using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What is made of what a ledger answers, whichever ledger it is.</summary>
public sealed class LaunchUsesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TestApp.Now);
    private static readonly Verified Launch = new();

    public static TheoryData<LaunchUse> Modes => [.. Enum.GetValues<LaunchUse>()];

    [Theory]
    [InlineData(LaunchUse.Bind, LaunchStateFailure.Forgotten)]
    [InlineData(LaunchUse.Once, LaunchStateFailure.Forgotten)]
    [InlineData(LaunchUse.ReportOnly, LaunchStateFailure.None)]
    public async Task Launch_from_before_the_ledgers_memory_is_forgotten_by_whole_seconds(LaunchUse use, LaunchStateFailure expected)
    {
        foreach (var outcome in new[] { LedgerOutcome.First, LedgerOutcome.Again })
        {
            var mark = LaunchBindingHeader.MarkOf(Launch.LaunchId!.Value, UnusedLaunchApp.Binding);
            Assert.Equal(expected, (await UseAsync(use, new(outcome, mark, Now.AddSeconds(1)))).Failure);
        }

        Assert.True((await UseAsync(use, new(LedgerOutcome.First, 0, Now.AddMilliseconds(999)))).IsAccepted);
        Assert.True((await UseAsync(use, new(LedgerOutcome.First, 0, Now))).IsAccepted);
    }

    [Theory]
    [InlineData(LaunchUse.Bind, LedgerUnavailableBehavior.Refuse, LaunchStateFailure.Unavailable, "LaunchUseRefused")]
    [InlineData(LaunchUse.Once, LedgerUnavailableBehavior.Refuse, LaunchStateFailure.Unavailable, "LaunchUseRefused")]
    [InlineData(LaunchUse.ReportOnly, LedgerUnavailableBehavior.Refuse, LaunchStateFailure.None, "LaunchUseReported")]
    [InlineData(LaunchUse.Bind, LedgerUnavailableBehavior.Accept, LaunchStateFailure.None, "LaunchUseUnknown")]
    [InlineData(LaunchUse.Once, LedgerUnavailableBehavior.Accept, LaunchStateFailure.None, "LaunchUseUnknown")]
    public async Task Ledger_that_is_away_or_throws_or_answers_nonsense_is_unavailable(
        LaunchUse use, LedgerUnavailableBehavior onUnavailable, LaunchStateFailure expected, string said)
    {
        var ledgers = new[]
        {
            new Ledger(_ => LedgerAnswer.Unavailable),
            new Ledger(_ => throw new InvalidOperationException("secret of the store")),
            new Ledger(_ => throw new OperationCanceledException()),
            new Ledger(_ => new((LedgerOutcome)77, 0, Now)),
        };
        foreach (var ledger in ledgers)
        {
            using var logs = new LogCollector();
            Assert.Equal(expected, (await UseAsync(use, ledger, onUnavailable: onUnavailable, logs: logs)).Failure);

            Assert.Single(logs.Entries, entry => entry.EventId.Name == said);
            logs.AssertSilentAbout("secret of the store", UnusedLaunchApp.Binding);
        }
    }

    [Fact]
    public async Task Ledger_that_does_not_answer_is_given_up_after_five_seconds()
    {
        var clock = new TimerClock(TimeProvider.System.GetUtcNow());
        var use = UseAsync(LaunchUse.Bind, new SilentLedger(), clock: clock);
        Assert.Equal(1, clock.WaitsOf(TimeSpan.FromSeconds(5)));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(LaunchStateFailure.Unavailable, (await use).Failure);
    }

    [Fact]
    public async Task Ledger_that_throws_is_logged_once_by_its_type_and_that_of_the_exception()
    {
        using var logs = new LogCollector();
        await UseAsync(LaunchUse.Bind, new Ledger(_ => throw new InvalidOperationException()), logs: logs);

        var entry = Assert.Single(logs.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal(
            $"The ledger {typeof(Ledger)} threw System.InvalidOperationException. It counts as unavailable.", entry.Message);
    }

    [Theory]
    [InlineData(LaunchUse.Bind, LedgerUnavailableBehavior.Refuse)]
    [InlineData(LaunchUse.Bind, LedgerUnavailableBehavior.Accept)]
    [InlineData(LaunchUse.Once, LedgerUnavailableBehavior.Accept)]
    public async Task Client_that_has_left_does_not_make_the_ledger_unavailable(LaunchUse use, LedgerUnavailableBehavior onUnavailable)
    {
        using var logs = new LogCollector();
        var ledger = new StoreLedger(new Ledger(_ => new(LedgerOutcome.Again, 0, Now)));
        var verdict = await UseAsync(use, ledger, onUnavailable, logs: logs, aborted: new CancellationToken(canceled: true));

        Assert.Equal(LaunchStateFailure.Replayed, verdict.Failure);
        Assert.DoesNotContain(logs.Entries, entry => entry.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Launch_without_an_id_can_not_be_told_from_others()
    {
        var verdict = await UseAsync(LaunchUse.Bind, new Ledger(_ => throw new InvalidOperationException()), launch: new Nameless());

        Assert.Equal(LaunchStateFailure.Unavailable, verdict.Failure);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Ledger_is_given_the_launchs_id_and_how_long_it_is_needed(LaunchUse use)
    {
        var claims = new List<LedgerClaim>();
        await UseAsync(use, Ledger.Noting(claims), lifetime: TimeSpan.FromMinutes(61));
        await UseAsync(use, Ledger.Noting(claims), lifetime: TimeSpan.MaxValue);

        // The last minute of the calendar is the first that has no minute behind it.
        await UseAsync(use, Ledger.Noting(claims), lifetime: DateTimeOffset.MaxValue - Now - TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        await UseAsync(use, Ledger.Noting(claims), lifetime: DateTimeOffset.MaxValue - Now);

        Assert.All(claims, claim => Assert.Equal(Launch.LaunchId!.Value.ToGuid(), claim.Key));
        Assert.Equal(
            [Now.AddMinutes(62), DateTimeOffset.MaxValue, DateTimeOffset.MaxValue.AddTicks(-1), DateTimeOffset.MaxValue],
            claims.Select(claim => claim.KeepUntil));
    }

    [Theory]
    [InlineData(LaunchUse.Bind, UnusedLaunchApp.Binding, true)]
    [InlineData(LaunchUse.Once, UnusedLaunchApp.Binding, false)]
    [InlineData(LaunchUse.ReportOnly, UnusedLaunchApp.Binding, true)]
    [InlineData(LaunchUse.ReportOnly, null, false)]
    public async Task Ledger_is_given_the_mark_of_a_binding_and_none_without(LaunchUse use, string? binding, bool isMarked)
    {
        var claims = new List<LedgerClaim>();
        await UseAsync(use, Ledger.Noting(claims), binding: binding);

        Assert.Equal(isMarked ? LaunchBindingHeader.MarkOf(Launch.LaunchId!.Value, binding!) : 0, Assert.Single(claims).Mark);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Nothing_is_said_of_a_launch_that_is_used_as_it_may_be(LaunchUse use)
    {
        using var logs = new LogCollector();
        Assert.True((await UseAsync(use, Ledger.Noting([]), logs: logs)).IsAccepted);

        Assert.Empty(logs.Entries);
    }

    [Theory]
    [InlineData(LaunchUse.Bind, "The header Launch-Binding is missing: send 16 to 128 random characters of A-Z, a-z, 0-9, - and _.", 0)]
    [InlineData(LaunchUse.Once, null, 1)]
    [InlineData(LaunchUse.ReportOnly, null, 1)]
    public async Task Binding_that_is_missing_is_refused_before_anything_is_used(LaunchUse use, string? expected, int claimed)
    {
        var claims = new List<LedgerClaim>();
        var verdict = await UseAsync(use, Ledger.Noting(claims), binding: null);

        Assert.Equal((expected, LaunchStateFailure.None), (verdict.BindingFault, verdict.Failure));
        Assert.Equal(claimed, claims.Count);
    }

    private static Task<LaunchUseVerdict> UseAsync(LaunchUse use, LedgerAnswer answer) => UseAsync(use, new Ledger(_ => answer));

    private static async Task<LaunchUseVerdict> UseAsync(
        LaunchUse use,
        ILaunchLedger ledger,
        LedgerUnavailableBehavior onUnavailable = LedgerUnavailableBehavior.Refuse,
        string? binding = UnusedLaunchApp.Binding,
        TimeSpan? lifetime = null,
        IMiniAppLaunch? launch = null,
        LogCollector? logs = null,
        TimeProvider? clock = null,
        CancellationToken aborted = default)
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<LedgerMetrics>().BuildServiceProvider();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(logs ?? new LogCollector()));
        var uses = new LaunchUses(
            ledger,
            Options.Create(new LaunchLedgerOptions { Use = use, OnUnavailable = onUnavailable }),
            services.GetRequiredService<LedgerMetrics>(),
            loggers.CreateLogger<LaunchUses>(),
            clock);
        var context = new DefaultHttpContext { RequestAborted = aborted };
        if (binding is not null)
        {
            context.Request.Headers["Launch-Binding"] = binding;
        }

        return await uses.UseAsync(context, launch ?? Launch, lifetime ?? TimeSpan.FromHours(1));
    }

    private sealed class Ledger(Func<LedgerClaim, LedgerAnswer> answer) : ILaunchLedger
    {
        public static Ledger Noting(List<LedgerClaim> claims) => new(claim =>
        {
            claims.Add(claim);
            return new(LedgerOutcome.First, claim.Mark, Now);
        });

        public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default) => new(answer(claim));
    }

    private sealed class SilentLedger : ILaunchLedger
    {
        public ValueTask<LedgerAnswer> ClaimAsync(LedgerClaim claim, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource<LedgerAnswer>().Task);
    }

    private sealed class Verified : IMiniAppLaunch
    {
        public MiniAppSubject? Subject => MiniAppSubject.User("shop", 42);

        public MiniAppSubject? App => MiniAppSubject.App("shop", 7);

        public DateTimeOffset Time => Now;

        public LaunchId? LaunchId => MiniApp.LaunchId.FromBytes("0123456789abcdef"u8);
    }

    private sealed class Nameless : IMiniAppLaunch
    {
        public MiniAppSubject? Subject => null;

        public MiniAppSubject? App => null;

        public DateTimeOffset Time => Now;

        public LaunchId? LaunchId => null;
    }
}
