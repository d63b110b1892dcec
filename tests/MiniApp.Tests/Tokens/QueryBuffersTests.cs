using TestSupport;
using VkMiniApp;
using VkMiniApp.Tests;

namespace MiniApp.Tests;

public class QueryBuffersTests
{
    [Fact]
    public void Thread_gets_back_what_it_returned_and_never_the_same_twice()
    {
        var first = QueryBuffers.Take();
        var second = QueryBuffers.Take();
        Assert.NotSame(first, second);

        second.Return();

        Assert.Same(second, QueryBuffers.Take());
        first.Return();
        Assert.NotSame(first, QueryBuffers.Take());
    }

    [Fact]
    public void Memory_that_is_large_enough_is_used_again()
    {
        var buffers = new QueryBuffers();
        buffers.Text(100)[0] = 42;

        Assert.Equal(42, buffers.Text(50)[0]);
        Assert.Equal(0, buffers.Canonical(50)[0]);
    }

    [Fact]
    public void Memory_for_a_token_beyond_the_usual_is_not_kept()
    {
        var buffers = new QueryBuffers();

        Assert.True(buffers.Text(32 * 1024).Length >= 32 * 1024);
        Assert.True(buffers.Canonical(32 * 1024 + 1).Length > 32 * 1024);

        Assert.Equal(32 * 1024, buffers.Text(1).Length);
        Assert.Equal(1, buffers.Canonical(1).Length);
    }

    [Fact]
    public void Small_token_after_a_large_one_is_read_as_if_it_were_the_first()
    {
        var verifier = Example.Verifier(options => options.MaxTokenLength = 200_000);
        var large = Example.Query(("vk_ref", new string('&', 50_000)));

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(50_000, verifier.Verify(large).LaunchParams?.Ref?.Length);
            Assert.Equal("other", verifier.Verify(Example.Query()).LaunchParams?.Ref);
            Assert.Equal(VkLaunchFailure.MissingParameter, verifier.Check("&"));
        }
    }

    [Fact]
    public void Clock_may_verify_in_its_turn()
    {
        var inner = Example.Verifier();
        var clock = new CallingClock(() => Assert.Equal("inner", inner.Verify(Example.Query(("vk_ref", "inner"))).LaunchParams?.Ref));
        var outer = Example.Verifier(options => options.TimeProvider = clock);

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal("outer", outer.Verify(Example.Query(("vk_ref", "outer"))).LaunchParams?.Ref);
        }

        Assert.Equal(3, clock.Calls);
    }

    [Fact]
    public void Clock_that_throws_leaves_the_verifier_in_order()
    {
        var clock = new CallingClock(() => throw new TimeZoneNotFoundException());
        var broken = Example.Verifier(options => options.TimeProvider = clock);

        Assert.Throws<TimeZoneNotFoundException>(() => broken.Verify(Example.Query()));
        Assert.Throws<TimeZoneNotFoundException>(() => broken.Check(Example.Query()));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query()));
    }

    /// <summary>A clock that does something of its own whenever it's asked.</summary>
    private sealed class CallingClock(Action action) : TimeProvider
    {
        private readonly TestClock _clock = new(Example.Now);

        public int Calls { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            Calls++;
            action();
            return _clock.GetUtcNow();
        }
    }
}
