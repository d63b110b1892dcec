using Microsoft.Extensions.Time.Testing;

namespace MiniApp.AspNetCore.Tests;

/// <summary>How long revocations are remembered.</summary>
public sealed class RevocationMemoryTests
{
    private static readonly DateTimeOffset Beginning = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now);

    private readonly SetClock _clock = new();
    private readonly RevocationMemory _memory;

    public RevocationMemoryTests() => _memory = new(_clock);

    [Fact]
    public void A_day_or_as_long_as_anything_lives_is_remembered_and_an_hour_more()
    {
        Assert.False(_memory.IsTimeToForget(out _));
        Assert.Equal(Beginning.AddDays(-1), _memory.Since);

        _memory.Reach(TimeSpan.FromDays(30));
        _memory.Reach(TimeSpan.FromDays(2));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(_memory.IsTimeToForget(out var before));
        Assert.Equal(Beginning.AddDays(-30), before);
        Assert.Equal(Beginning.AddDays(-30).AddHours(1), _memory.Since);
        Assert.False(_memory.IsTimeToForget(out _));
    }

    [Fact]
    public void Clock_that_is_set_ahead_or_back_has_nothing_forgotten_before_its_time()
    {
        _clock.Ahead = TimeSpan.FromDays(365);
        Assert.Equal(Beginning.AddDays(-1), _memory.Since);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Beginning.AddDays(-1).AddHours(2), _memory.Since);

        _clock.Ahead = TimeSpan.FromDays(-365);
        Assert.Equal(Beginning.AddDays(-366).AddHours(2), _memory.Since);
    }

    [Fact]
    public void What_lives_for_ever_is_remembered_for_ever()
    {
        _memory.Reach(TimeSpan.MaxValue);

        Assert.Equal(DateTimeOffset.MinValue, _memory.Since);
    }

    /// <summary>A clock that somebody sets, while time goes on as it does.</summary>
    private sealed class SetClock() : FakeTimeProvider(Beginning)
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

        public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
    }
}
