using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What is read first of the list of revocations, and told from what was read before.</summary>
public sealed class RevocationStateTests
{
    private const string Born = "0123456789abcdef0123456789abcdef";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_123);
    private static readonly RevocationState State = new(Born, 2, 3, 1, 4, 1_760_000_000_123);

    [Fact]
    public void Hash_is_read_whatever_else_is_in_it()
    {
        Assert.Equal(State, RevocationState.Of([new("born", Born), new("revoked", 2), new("blocked", 3), new("ended", 1), new("restored", 4), new("more", "x")], Now));
        Assert.Equal(new(Born, 0, 0, 0, 0, 1_760_000_000_123), RevocationState.Of([new("born", Born)], Now));
    }

    [Theory]
    [InlineData("born", "")]
    [InlineData("born", "0123")]
    [InlineData("born", "01234567-89ab-cdef-0123-456789abcdef")]
    [InlineData("revoked", "x")]
    [InlineData("blocked", "x")]
    [InlineData("ended", "x")]
    [InlineData("restored", "x")]
    public void Hash_with_nonsense_is_none(string field, string value) =>
        Assert.Null(RevocationState.Of([.. new HashEntry[] { new("born", Born) }.Where(entry => entry.Name != field), new(field, value)], Now));

    [Fact]
    public void Hash_without_a_name_is_none()
    {
        Assert.Null(RevocationState.Of([new("revoked", 2)], Now));
        Assert.Null(RevocationState.Of([new("born", RedisValue.Null)], Now));
    }

    [Fact]
    public void Text_is_read_as_it_was_written()
    {
        Assert.Equal($"{Born}.2.3.1.4.1760000000123", State.ToString());
        Assert.Equal(State, RevocationState.Parse(State.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData($"{Born}.2.3.1.4")]
    [InlineData($"{Born}.2.3.1.4.5.6")]
    [InlineData($"{Born}.x.3.1.4.5")]
    [InlineData($"{Born}.2.x.1.4.5")]
    [InlineData($"{Born}.2.3.x.4.5")]
    [InlineData($"{Born}.2.3.1.x.5")]
    [InlineData($"{Born}.2.3.1.4.x")]
    [InlineData($"{Born}.-2.3.1.4.5")]
    public void Any_other_text_is_none(string? text) => Assert.Null(RevocationState.Parse(text));

    [Fact]
    public void Another_name_or_a_counter_that_went_back_is_a_loss()
    {
        Assert.True((State with { Born = "fedcba9876543210fedcba9876543210" }).HasLost(State));
        Assert.True((State with { Revoked = 1 }).HasLost(State));
        Assert.True((State with { Blocked = 2 }).HasLost(State));
        Assert.True((State with { Ended = 0 }).HasLost(State));
        Assert.True((State with { Restored = 3 }).HasLost(State));
        Assert.False(State.HasLost(State));
        Assert.False((State with { Revoked = 3, Blocked = 4, Ended = 2, ReadAt = 0 }).HasLost(State));
    }
}
