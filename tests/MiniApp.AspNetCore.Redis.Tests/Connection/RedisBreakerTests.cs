using Microsoft.Extensions.Time.Testing;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>After some failures in a row, one call in each pause tries.</summary>
public sealed class RedisBreakerTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Fewer_failures_than_the_limit_keep_nobody_back()
    {
        var breaker = Broken(failures: 2);

        Assert.Equal((false, true, true), (breaker.IsOpen, breaker.TryEnter(), breaker.TryEnter()));
    }

    [Fact]
    public void A_success_between_failures_starts_the_count_again()
    {
        var breaker = Broken(failures: 2);
        breaker.Succeeded();
        breaker.Failed();
        breaker.Failed();

        Assert.False(breaker.IsOpen);
    }

    [Fact]
    public void After_the_limit_the_first_call_that_may_try_comes_when_the_pause_is_over()
    {
        var breaker = Broken(failures: 3);
        Assert.Equal((true, false), (breaker.IsOpen, breaker.TryEnter()));

        _clock.Advance(Pause - Tick);
        Assert.False(breaker.TryEnter());

        _clock.Advance(Tick);
        Assert.Equal((true, false), (breaker.TryEnter(), breaker.TryEnter()));
    }

    [Fact]
    public void A_trial_that_never_ends_is_followed_by_another_after_a_pause()
    {
        var breaker = Broken(failures: 3);
        _clock.Advance(Pause);
        Assert.True(breaker.TryEnter());

        _clock.Advance(Pause);

        Assert.True(breaker.TryEnter());
    }

    [Fact]
    public void A_trial_that_fails_opens_for_another_pause()
    {
        var breaker = Broken(failures: 3);
        _clock.Advance(Pause);
        breaker.TryEnter();
        _clock.Advance(Pause / 2);
        breaker.Failed();

        _clock.Advance(Pause - Tick);
        Assert.False(breaker.TryEnter());

        _clock.Advance(Tick);
        Assert.True(breaker.TryEnter());
    }

    [Fact]
    public void A_trial_that_succeeds_lets_all_through()
    {
        var breaker = Broken(failures: 3);
        _clock.Advance(Pause);
        breaker.TryEnter();
        breaker.Succeeded();

        Assert.Equal((false, true, true), (breaker.IsOpen, breaker.TryEnter(), breaker.TryEnter()));
    }

    private RedisBreaker Broken(int failures)
    {
        var breaker = new RedisBreaker(failures: 3, Pause, _clock);
        for (var i = 0; i < failures; i++)
        {
            breaker.Failed();
        }

        return breaker;
    }
}
