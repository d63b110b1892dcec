using StackExchange.Redis;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>What is said of a call that failed: its kind, and nothing that was in its message.</summary>
public sealed class RedisFaultsTests
{
    [Theory]
    [InlineData("NOAUTH Authentication required.", "NOAUTH")]
    [InlineData("OK hunter2", "OK")]
    [InlineData("ABCDEFGHIJKLMNOP hunter2", "ABCDEFGHIJKLMNOP")]
    [InlineData("ABCDEFGHIJKLMNOPQ hunter2", "ERR")]
    [InlineData("A hunter2", "ERR")]
    [InlineData("hunter2", "ERR")]
    [InlineData("HUNTER", "ERR")]
    [InlineData("", "ERR")]
    public void Answer_that_is_an_error_is_told_by_its_code(string message, string code) =>
        Assert.Equal($"the answer {code}", RedisFaults.Of(new RedisServerException(message)));

    [Fact]
    public void Anything_else_is_told_by_its_kind()
    {
        Assert.Equal("no answer in time", RedisFaults.Of(new TimeoutException("hunter2")));
        Assert.Equal("no server that takes writes", RedisFaults.Of(new RedisCommandException("hunter2")));
        Assert.Equal("no connection (AuthenticationFailure)", RedisFaults.Of(new RedisConnectionException(ConnectionFailureType.AuthenticationFailure, "hunter2")));
        Assert.Equal("an answer that makes no sense (InvalidCastException)", RedisFaults.Of(new InvalidCastException("hunter2")));
    }

    [Fact]
    public void Error_is_an_answer_and_anything_else_is_none()
    {
        Assert.False(RedisFaults.IsSilence(new RedisServerException("ERR")));
        Assert.True(RedisFaults.IsSilence(new TimeoutException()));
        Assert.True(RedisFaults.IsSilence(new RedisCommandException("ERR")));
    }
}
