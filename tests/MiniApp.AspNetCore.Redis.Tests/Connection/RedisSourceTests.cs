using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What a connection string may be, and that nothing of it is repeated.</summary>
public sealed class RedisSourceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("password=hunter2")]
    [InlineData("localhost:6379,password=a,hunter2=b")]
    [InlineData("localhost:6379,connectTimeout=hunter2")]
    [InlineData("localhost:6379,ssl=hunter2")]
    public void One_that_is_none_is_refused_without_repeating_it(string connectionString)
    {
        var exception = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddMiniAppRedis(connectionString));

        Assert.Equal(
            "The connection string of Redis can't be read. It looks like 'host:6379,password=…,ssl=true'. (Parameter 'connectionString')",
            exception.Message);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_by_a_string_is_ours_and_closed_with_the_host()
    {
        await using var redis = await RedisServer.StartAsync();
        StackExchange.Redis.IConnectionMultiplexer connection;
        await using (var services = new ServiceCollection().AddLogging().AddMiniAppRedis(redis.Address).BuildServiceProvider())
        {
            connection = await services.GetRequiredService<RedisConnection>().ConnectAsync();
            Assert.True(connection.IsConnected);
        }

        Assert.False(connection.IsConnected);
    }

    [Theory]
    [InlineData("", 0.25, 2)]
    [InlineData(",asyncTimeout=700", 0.25, 0.7)]
    [InlineData(",asyncTimeout=700", 10, 10)]
    [InlineData("", 60, 60)]
    public async Task Client_waits_at_least_as_long_as_a_call_does(string more, double timeout, double waits)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddMiniAppRedis(redis.Address + more, options => options.Timeout = TimeSpan.FromSeconds(timeout))
            .BuildServiceProvider();

        var connection = await services.GetRequiredService<RedisConnection>().ConnectAsync();
        Assert.Equal(waits * 1000, StackExchange.Redis.ConfigurationOptions.Parse(connection.Configuration).AsyncTimeout);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddMiniAppRedis((string)null!));
        Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddMiniAppRedis((StackExchange.Redis.IConnectionMultiplexer)null!));
        Assert.Throws<ArgumentNullException>(
            () => new ServiceCollection().AddMiniAppRedis((Func<IServiceProvider, StackExchange.Redis.IConnectionMultiplexer>)null!));
    }
}
