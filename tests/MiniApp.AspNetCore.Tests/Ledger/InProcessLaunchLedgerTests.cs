namespace MiniApp.AspNetCore.Tests;

/// <summary>The memory of what was used, in one process.</summary>
public sealed class InProcessLaunchLedgerTests
{
    private readonly TestClock _clock = new(TestApp.Now);

    private DateTimeOffset InAnHour => _clock.GetUtcNow().AddHours(1);

    [Fact]
    public async Task First_claim_leaves_its_mark_to_all_later_ones()
    {
        var (ledger, key, start) = (Create(), Guid.NewGuid(), _clock.GetUtcNow());

        Assert.Equal(new(LedgerOutcome.First, 1, start), await ledger.ClaimAsync(new(key, 1, InAnHour)));
        Assert.Equal(new(LedgerOutcome.Again, 1, start), await ledger.ClaimAsync(new(key, 2, InAnHour)));
        Assert.Equal(new(LedgerOutcome.Again, 1, start), await ledger.ClaimAsync(new(key, 1, InAnHour)));
        Assert.Equal(new(LedgerOutcome.First, 3, start), await ledger.ClaimAsync(new(Guid.NewGuid(), 3, InAnHour)));
    }

    [Fact]
    public async Task Of_many_claims_at_once_exactly_one_comes_first()
    {
        var ledger = Create();
        for (var round = 0; round < 200; round++)
        {
            var key = Guid.NewGuid();
            using var start = new Barrier(4);
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(mark => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return Complete(ledger.ClaimAsync(new(key, mark, InAnHour)));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            var first = Assert.Single(answers, answer => answer.Outcome == LedgerOutcome.First);
            Assert.All(answers, answer => Assert.Equal(first.FirstMark, answer.FirstMark));
            Assert.Equal(3, answers.Count(answer => answer.Outcome == LedgerOutcome.Again));
        }
    }

    [Fact]
    public async Task Every_key_is_remembered_with_its_own_mark_however_many_there_are()
    {
        var (ledger, random) = (Create(), new Random(5));
        var keys = Enumerable.Range(0, 50_000).Select(_ => NextKey(random)).ToArray();
        for (var mark = 0; mark < keys.Length; mark++)
        {
            Assert.Equal(LedgerOutcome.First, (await ledger.ClaimAsync(new(keys[mark], mark, InAnHour))).Outcome);
        }

        for (var mark = 0; mark < keys.Length; mark++)
        {
            Assert.Equal((LedgerOutcome.Again, mark), OutcomeOf(await ledger.ClaimAsync(new(keys[mark], -1, InAnHour))));
        }
    }

    [Fact]
    public async Task Keys_that_look_alike_are_told_apart()
    {
        var ledger = Create();
        var keys = Enumerable.Range(0, 1000).Select(number => new Guid(number, 0, 0, new byte[8]))
            .Concat(Enumerable.Range(1, 1000).Select(number => new Guid(0, 0, 0, [.. BitConverter.GetBytes((long)number)])))
            .ToArray();

        foreach (var key in keys)
        {
            Assert.Equal(LedgerOutcome.First, (await ledger.ClaimAsync(new(key, 0, InAnHour))).Outcome);
        }

        Assert.Contains(Guid.Empty, keys);
        foreach (var key in keys)
        {
            Assert.Equal(LedgerOutcome.Again, (await ledger.ClaimAsync(new(key, 0, InAnHour))).Outcome);
        }
    }

    [Fact]
    public async Task Full_ledger_can_tell_of_what_it_remembers_and_of_nothing_else_until_there_is_room()
    {
        var (ledger, random) = (Create(capacity: 100), new Random(5));
        var keys = Enumerable.Range(0, 100).Select(_ => NextKey(random)).ToArray();
        foreach (var key in keys)
        {
            Assert.Equal(LedgerOutcome.First, (await ledger.ClaimAsync(new(key, 0, InAnHour))).Outcome);
        }

        Assert.Equal(LedgerAnswer.Unavailable, await ledger.ClaimAsync(new(NextKey(random), 0, InAnHour)));
        Assert.Equal(LedgerAnswer.Unavailable, await ledger.ClaimAsync(new(NextKey(random), 0, InAnHour)));
        Assert.Equal(LedgerOutcome.Again, (await ledger.ClaimAsync(new(keys[0], 0, InAnHour))).Outcome);

        // Each claim makes room in its own part of the keys: a thousand reach all the parts.
        _clock.Advance(TimeSpan.FromMinutes(61));
        var taken = 0;
        for (var claim = 0; claim < 1000; claim++)
        {
            taken += (await ledger.ClaimAsync(new(NextKey(random), 0, InAnHour))).Outcome == LedgerOutcome.First ? 1 : 0;
        }

        Assert.Equal(100, taken);
    }

    [Fact]
    public async Task What_is_still_needed_is_never_dropped()
    {
        var (ledger, random) = (Create(), new Random(5));
        var kept = new Queue<(Guid Key, long Mark, DateTimeOffset Until)>();
        for (var mark = 0; mark < 20_000; mark++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            while (kept.TryPeek(out var oldest) && oldest.Until < _clock.GetUtcNow())
            {
                kept.Dequeue();
            }

            if (kept.TryPeek(out var needed))
            {
                Assert.Equal((LedgerOutcome.Again, needed.Mark), OutcomeOf(await ledger.ClaimAsync(new(needed.Key, -1, needed.Until))));
            }

            var key = NextKey(random);
            Assert.Equal(LedgerOutcome.First, (await ledger.ClaimAsync(new(key, mark, InAnHour))).Outcome);
            kept.Enqueue((key, mark, InAnHour));
        }
    }

    [Fact]
    public async Task Key_is_remembered_to_the_very_moment_until_which_it_is_needed()
    {
        var (ledger, key, until) = (Create(), Guid.NewGuid(), InAnHour);
        await ledger.ClaimAsync(new(key, 1, until));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((LedgerOutcome.Again, 1L), OutcomeOf(await ledger.ClaimAsync(new(key, 2, until))));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new(LedgerOutcome.First, 3, until), await ledger.ClaimAsync(new(key, 3, until)));
    }

    [Fact]
    public async Task Keys_that_are_needed_for_a_short_time_drop_none_that_are_needed_longer()
    {
        var (ledger, random, start) = (Create(), new Random(5), _clock.GetUtcNow());
        var keys = Enumerable.Range(0, 1000).Select(_ => NextKey(random)).ToArray();

        // Each part has some of the first in its older generation, and of the others in its younger one, the shortest last.
        await ClaimAllAsync(Enumerable.Range(0, 1000).Select(_ => NextKey(random)), start.AddHours(1));
        await ClaimAllAsync(keys, start.AddHours(3));
        await ClaimAllAsync(Enumerable.Range(0, 1000).Select(_ => NextKey(random)), start.AddMinutes(30));
        _clock.Advance(TimeSpan.FromMinutes(61));

        foreach (var key in keys)
        {
            Assert.Equal((LedgerOutcome.Again, 1L), OutcomeOf(await ledger.ClaimAsync(new(key, 3, start.AddHours(3)))));
        }

        async Task ClaimAllAsync(IEnumerable<Guid> claimed, DateTimeOffset until)
        {
            foreach (var key in claimed)
            {
                await ledger.ClaimAsync(new(key, 1, until));
            }
        }
    }

    [Fact]
    public async Task Traffic_that_goes_on_forever_needs_room_for_twice_the_time_that_keys_are_good_for()
    {
        var (ledger, random) = (Create(capacity: 2 * 3600), new Random(5));
        for (var second = 0; second < 4 * 3600; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(LedgerOutcome.First, (await ledger.ClaimAsync(new(NextKey(random), 0, InAnHour))).Outcome);
        }
    }

    [Fact]
    public async Task Clock_that_goes_ahead_and_back_makes_nothing_new_of_what_was_dropped()
    {
        var (ledger, key, until) = (Create(), Guid.NewGuid(), InAnHour);
        await ledger.ClaimAsync(new(key, 1, until));
        _clock.Advance(TimeSpan.FromHours(2));
        await DropAllAsync(ledger);
        _clock.Advance(TimeSpan.FromHours(-2));

        var answer = await ledger.ClaimAsync(new(key, 2, until));
        Assert.True(answer.RemembersSince >= until);
        Assert.Equal(
            new(LedgerOutcome.First, 3, _clock.GetUtcNow()), await ledger.ClaimAsync(new(Guid.NewGuid(), 3, _clock.GetUtcNow().AddHours(4))));
    }

    [Fact]
    public async Task Clock_that_goes_ahead_and_back_makes_nothing_new_of_what_was_needed_longer_than_what_was_dropped_last()
    {
        var (ledger, key, until) = (Create(), Guid.NewGuid(), InAnHour);
        await ledger.ClaimAsync(new(key, 1, until));

        // A thousand reach all the parts.
        for (var other = 0; other < 1000; other++)
        {
            await ledger.ClaimAsync(new(Guid.NewGuid(), 0, _clock.GetUtcNow().AddMinutes(30)));
        }

        _clock.Advance(TimeSpan.FromHours(2));
        await DropAllAsync(ledger);
        _clock.Advance(TimeSpan.FromHours(-2));

        Assert.True((await ledger.ClaimAsync(new(key, 2, until))).RemembersSince >= until);
    }

    [Fact]
    public async Task Clock_that_goes_back_loses_nothing()
    {
        var (ledger, key, until) = (Create(), Guid.NewGuid(), InAnHour);
        await ledger.ClaimAsync(new(key, 1, until));
        _clock.Advance(TimeSpan.FromDays(-1));

        Assert.Equal((LedgerOutcome.Again, 1L), OutcomeOf(await ledger.ClaimAsync(new(key, 2, until))));
        Assert.Equal(LedgerOutcome.First, (await ledger.ClaimAsync(new(Guid.NewGuid(), 2, until))).Outcome);
        Assert.Equal((LedgerOutcome.Again, 1L), OutcomeOf(await ledger.ClaimAsync(new(key, 2, until))));
    }

    [Fact]
    public async Task Ledger_that_is_to_take_everything_remembers_since_ever()
    {
        var ledger = new InProcessLaunchLedger(new() { AcceptLaunchesFromBeforeStart = true }, _clock);

        Assert.Equal(DateTimeOffset.MinValue, (await ledger.ClaimAsync(new(Guid.NewGuid(), 1, InAnHour))).RemembersSince);
    }

    [Fact]
    public async Task What_is_to_be_kept_for_good_is()
    {
        var (ledger, key) = (Create(), Guid.NewGuid());
        await ledger.ClaimAsync(new(key, 1, DateTimeOffset.MaxValue));
        _clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal((LedgerOutcome.Again, 1L), OutcomeOf(await ledger.ClaimAsync(new(key, 2, DateTimeOffset.MaxValue))));
    }

    [Fact]
    public void Nobody_can_tell_where_a_key_goes_in_another_process()
    {
        var places = Enumerable.Range(0, 10).Select(_ => new LedgerHash().Of(new LedgerKey(1, 2)));

        Assert.Equal(10, places.Distinct().Count());
    }

    private static (LedgerOutcome Outcome, long FirstMark) OutcomeOf(LedgerAnswer answer) => (answer.Outcome, answer.FirstMark);

    /// <summary>The ledger in the process waits for nothing.</summary>
    private static LedgerAnswer Complete(ValueTask<LedgerAnswer> claim) =>
        claim.IsCompletedSuccessfully ? claim.Result : throw new InvalidOperationException("It waits.");

    private static Guid NextKey(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Each part drops what is over at its next claim.</summary>
    private async Task DropAllAsync(InProcessLaunchLedger ledger)
    {
        for (var claim = 0; claim < 1000; claim++)
        {
            await ledger.ClaimAsync(new(Guid.NewGuid(), 0, _clock.GetUtcNow()));
        }
    }

    private InProcessLaunchLedger Create(int capacity = 1_000_000) => new(new() { Capacity = capacity }, _clock);
}
