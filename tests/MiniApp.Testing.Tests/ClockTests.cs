using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VkMiniApp.Testing;

namespace MiniApp.Testing.Tests;

/// <summary>The clock that a test moves.</summary>
public sealed class ClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TestedApp _app = new(schemes => schemes.AddVkMiniApp(options => options.AddApp(1, "the app's key")));

    [Fact]
    public async Task It_stands_at_the_present_second_where_the_test_gives_none()
    {
        var before = TimeProvider.System.GetUtcNow();
        await using var factory = _app.WithClock(out var clock);
        var after = TimeProvider.System.GetUtcNow();

        Assert.InRange(clock.GetUtcNow(), before - Second, after);
        Assert.Equal(0, clock.GetUtcNow().Ticks % TimeSpan.TicksPerSecond);
    }

    [Fact]
    public async Task It_is_the_clock_of_the_hosts_services()
    {
        await using var factory = _app.WithClock(out var clock);

        Assert.Same(clock, factory.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task It_is_the_clock_that_the_test_gives()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new FakeTimeProvider(start);
        await using var factory = _app.WithClock(clock);

        Assert.Same(clock, factory.Services.GetRequiredService<TimeProvider>());
        Assert.Equal(start, clock.GetUtcNow());
    }

    [Fact]
    public async Task A_scheme_with_a_clock_of_its_own_keeps_it()
    {
        var own = new FakeTimeProvider();
        await using var app = new TestedApp(schemes => schemes.AddVkMiniApp(options =>
        {
            options.AddApp(1, "the app's key");
            options.TimeProvider = own;
        }));
        await using var factory = app.WithClock(out var clock);
        using var client = factory.CreateClient().WithVkLaunch(factory.Services, new VkTestLaunch(42));

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("42", await client.GetVerdictAsync());

        own.Advance(TimeSpan.FromHours(1) + Second);
        Assert.Equal("Expired", await client.GetVerdictAsync());
    }

    [Fact]
    public async Task It_does_not_move_back()
    {
        await using var factory = _app.WithClock(out var clock);
        var start = clock.GetUtcNow();

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(-Second));
        Assert.Equal(start, clock.GetUtcNow());
    }

    [Fact]
    public async Task A_wait_by_it_ends_when_it_has_moved_far_enough()
    {
        await using var factory = _app.WithClock(out var clock);
        var wait = Task.Delay(TimeSpan.FromHours(1), factory.Services.GetRequiredService<TimeProvider>());

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(wait.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));
        await wait;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
