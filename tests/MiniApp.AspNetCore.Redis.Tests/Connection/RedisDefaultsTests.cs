using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What a connection of ours is like where the connection string does not say.</summary>
public sealed class RedisDefaultsTests
{
    private readonly RedisDefaults _defaults = new();

    [Fact]
    public void Call_fails_at_once_and_a_connection_is_looked_for_again_and_again()
    {
        Assert.False(_defaults.AbortOnConnectFail);
        Assert.Equal(BacklogPolicy.FailFast, _defaults.BacklogPolicy);
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)), (_defaults.ConnectTimeout, _defaults.SyncTimeout));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)), (_defaults.ConfigCheckInterval, _defaults.KeepAliveInterval));
        Assert.IsType<LinearRetry>(_defaults.ReconnectRetryPolicy);
    }

    [Fact]
    public void Keys_are_in_no_message_and_the_server_may_be_asked_what_it_is_like()
    {
        Assert.False(_defaults.IncludeDetailInExceptions);
        Assert.True(_defaults.AllowAdmin);
    }
}
