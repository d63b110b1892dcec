using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore.Redis.Tests;

/// <summary>The range of each option, on both sides of its ends.</summary>
public sealed class RedisOptionsCheckTests
{
    [Theory]
    [InlineData("", 1, 1, 1)]
    [InlineData("shop:", 60_000, 100, 60_000)]
    public void What_can_work_is_good(string prefix, int timeout, int breakAfter, int breakFor) =>
        Assert.True(Check(prefix, timeout, breakAfter, breakFor).Succeeded);

    [Theory]
    [InlineData("{shop}", 1, 1, 1, "Redis for mini apps: KeyPrefix is a text without braces.")]
    [InlineData("sh}op", 1, 1, 1, "Redis for mini apps: KeyPrefix is a text without braces.")]
    [InlineData(null, 1, 1, 1, "Redis for mini apps: KeyPrefix is a text without braces.")]
    [InlineData("", 0, 1, 1, "Redis for mini apps: Timeout is above 0 and at most one minute.")]
    [InlineData("", 60_001, 1, 1, "Redis for mini apps: Timeout is above 0 and at most one minute.")]
    [InlineData("", 1, 0, 1, "Redis for mini apps: BreakAfter is at least 1.")]
    [InlineData("", 1, 1, 0, "Redis for mini apps: BreakFor is above 0 and at most one minute.")]
    [InlineData("", 1, 1, 60_001, "Redis for mini apps: BreakFor is above 0 and at most one minute.")]
    public void What_can_not_is_named(string? prefix, int timeout, int breakAfter, int breakFor, string fault) =>
        Assert.Equal(fault, Assert.Single(Check(prefix, timeout, breakAfter, breakFor).Failures!));

    [Fact]
    public async Task A_host_does_not_start_with_it()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Instance.StartAsync(services => services.AddMiniAppRedis("localhost:1", options => options.BreakAfter = 0)));

        Assert.Equal("Redis for mini apps: BreakAfter is at least 1.", exception.Message);
    }

    private static ValidateOptionsResult Check(string? prefix, int timeout, int breakAfter, int breakFor) =>
        new RedisOptionsCheck().Validate(null, new MiniAppRedisOptions
        {
            KeyPrefix = prefix!,
            Timeout = TimeSpan.FromMilliseconds(timeout),
            BreakAfter = breakAfter,
            BreakFor = TimeSpan.FromMilliseconds(breakFor),
        });
}
