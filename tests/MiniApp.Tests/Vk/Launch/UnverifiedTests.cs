namespace VkMiniApp.Tests;

/// <summary>Reading without verifying takes what anybody wrote, and refuses only what can't be read in one way.</summary>
public class UnverifiedTests
{
    [Fact]
    public void Forged_launch_can_be_read()
    {
        Assert.True(VkLaunchParams.TryParseUnverified("vk_user_id=1&sign=x", out var unverified));
        Assert.Equal(1, unverified.UserId);
    }

    [Fact]
    public void Id_that_is_missing_is_0_and_a_missing_time_is_the_epoch()
    {
        Assert.True(VkLaunchParams.TryParseUnverified("vk_ref=other&", out var unverified));
        Assert.Equal(0, unverified.AppId);
        Assert.Equal(0, unverified.UserId);
        Assert.False(unverified.IsOdnoklassniki);
        Assert.Equal(DateTimeOffset.UnixEpoch, unverified.Timestamp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("vk_user_id=x&")]
    [InlineData("vk_ref=%&")]
    [InlineData("vk_ref=1&vk_ref=1")]
    [InlineData("sign=1&sign=1")]
    public void Malformed_or_ambiguous_token_can_not_be_read(string token)
    {
        Assert.False(VkLaunchParams.TryParseUnverified(token, out var unverified));
        Assert.Null(unverified);
    }

    [Fact]
    public void Default_limits_hold()
    {
        Assert.True(VkLaunchParams.TryParseUnverified(new string('&', 8192), out _));
        Assert.False(VkLaunchParams.TryParseUnverified(new string('&', 8193), out _));
        Assert.True(VkLaunchParams.TryParseUnverified(string.Concat(Enumerable.Repeat("x&", 128)), out _));
        Assert.False(VkLaunchParams.TryParseUnverified(string.Concat(Enumerable.Repeat("x&", 129)), out _));
    }
}
