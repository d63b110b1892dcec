using MaxMiniApp.AspNetCore;
using Microsoft.AspNetCore.Http;
using TelegramMiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a policy scheme can go by: how the token looks, whoever made it.</summary>
public class TokenLookTests
{
    private const string Launch = "vk_app_id=1&vk_user_id=2&vk_ts=3&sign=4";
    private const string InitData = "auth_date=1&user=%7B%22id%22%3A2%7D&hash=3";

    [Theory]
    [InlineData("Bearer " + Launch, "VK")]
    [InlineData("bearer ?" + Launch, "VK")]
    [InlineData("VK " + Launch, "VK")]
    [InlineData("Bearer https://example.com/?" + Launch, "VK")]
    [InlineData("Bearer dmtfYXBwX2lkPTEmdmtfdXNlcl9pZD0yJnNpZ249NA", "VK")]
    [InlineData("Bearer {\"vk_app_id\":1,\"vk_user_id\":2,\"sign\":\"4\"}", "VK")]
    [InlineData("Bearer vk_user_id=2&vk_user_id=2", "VK")]
    [InlineData("tma " + InitData, "Telegram")]
    [InlineData("max " + InitData, "MAX")]
    [InlineData("Bearer " + InitData, "Telegram MAX")]
    [InlineData("tma " + Launch, "")]
    [InlineData("max vk_user_id=2", "")]
    [InlineData("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl", "")]
    [InlineData("Bearer CfDJ8MTgfn_w8x7KCb4zOwXzZ0sQx5mJ9Lq2", "")]
    [InlineData("Bearer vk_user_id=%zz&sign=1", "")]
    [InlineData("Bearer a=1&b=2", "")]
    [InlineData("Bearer ", "")]
    [InlineData("Basic dmtfYXBwX2lkPTE=", "")]
    public void Token_looks_like_its_own_platforms(string header, string platforms) => Assert.Equal(platforms, Look(header));

    [Fact]
    public void Request_without_a_header_or_with_several_looks_like_nobodys()
    {
        Assert.Equal("", Look());
        Assert.Equal("", Look("Bearer " + Launch, "tma " + InitData));
    }

    [Fact]
    public void Question_needs_a_request()
    {
        Assert.Throws<ArgumentNullException>("request", () => default(HttpRequest)!.HasVkLaunch());
        Assert.Throws<ArgumentNullException>("request", () => default(HttpRequest)!.HasTelegramInitData());
        Assert.Throws<ArgumentNullException>("request", () => default(HttpRequest)!.HasMaxInitData());
    }

    private static string Look(params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = headers;

        return string.Join(' ', new[]
        {
            request.HasVkLaunch() ? "VK" : "",
            request.HasTelegramInitData() ? "Telegram" : "",
            request.HasMaxInitData() ? "MAX" : "",
        }.Where(platform => platform.Length > 0));
    }
}
