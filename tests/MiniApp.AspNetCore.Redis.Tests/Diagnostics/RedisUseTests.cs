using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What the log has of a Redis that comes and goes: a line when it goes, one a minute while it is away, and one when it is back.</summary>
public sealed class RedisUseTests : IDisposable
{
    private const string Away = "Warning: Redis does not serve launches: no answer in time. They wait.";

    private readonly FakeTimeProvider _clock = new();
    private readonly LogCollector _log = new();
    private readonly RedisUse _use;

    public RedisUseTests() => _use = new("launches", "They wait.", _log.CreateLogger("test"), _clock);

    private IEnumerable<string> Said => _log.Entries.Select(entry => $"{entry.Level}: {entry.Message}");

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Redis_that_serves_is_no_news()
    {
        _use.Succeeded();

        Assert.Equal(("launches", null), (_use.Name, _use.Fault));
        Assert.Empty(Said);
    }

    [Fact]
    public void Redis_that_goes_is_told_of_once_in_a_minute()
    {
        _use.Failed(RedisFaults.Silent);
        _clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        _use.Failed(RedisFaults.Nonsense);
        Assert.Equal(RedisFaults.Silent, _use.Fault);
        Assert.Equal([Away], Said);

        _clock.Advance(TimeSpan.FromTicks(1));
        _use.Failed(RedisFaults.Silent);
        Assert.Equal([Away, Away], Said);
        _clock.Advance(TimeSpan.FromSeconds(59));
        _use.Failed(RedisFaults.Silent);
        Assert.Equal([Away, Away], Said);
    }

    [Fact]
    public void Redis_that_is_back_is_told_of_with_how_long_it_was_away()
    {
        _use.Failed(RedisFaults.Silent);
        _clock.Advance(TimeSpan.FromSeconds(61));
        _use.Failed(RedisFaults.Silent);
        _clock.Advance(TimeSpan.FromMilliseconds(1260));
        _use.Succeeded();
        _use.Succeeded();

        Assert.Null(_use.Fault);
        Assert.Equal([Away, Away, "Information: Redis serves launches again, after 62.3 s."], Said);
    }

    [Fact]
    public void Redis_of_which_one_call_fails_and_the_next_one_does_not_is_told_of_once_in_a_minute()
    {
        for (var call = 0; call < 119; call++)
        {
            _use.Failed(RedisFaults.Silent);
            Assert.Equal(RedisFaults.Silent, _use.Fault);
            _clock.Advance(TimeSpan.FromSeconds(0.25));
            _use.Succeeded();
            Assert.Null(_use.Fault);
            _clock.Advance(TimeSpan.FromSeconds(0.25));
        }

        const string back = "Information: Redis serves launches again, after 0.2 s.";
        Assert.Equal([Away, back], Said);
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        _use.Failed(RedisFaults.Silent);
        _clock.Advance(TimeSpan.FromSeconds(0.25));
        _use.Succeeded();
        Assert.Equal([Away, back, Away, back], Said);
    }
}
