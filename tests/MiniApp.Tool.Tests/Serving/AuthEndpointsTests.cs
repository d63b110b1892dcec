using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using MiniApp.Tool.Serving;

namespace MiniApp.Tool.Tests.Serving;

/// <summary>What a proxy is told of a request, over real connections.</summary>
public sealed class AuthEndpointsTests
{
    private const string Expired =
        "Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"";

    [Theory]
    [InlineData("vk", "Bearer", "vk:42")]
    [InlineData("telegram", "tma", "telegram:42")]
    [InlineData("max", "max", "max:42")]
    public async Task Who_has_a_good_launch_is_named_by_the_platform(string platform, string word, string subject)
    {
        await using var host = await EdgeHost.StartAsync();
        var good = await host.AskAsync("/auth", $"{word} {Example.Sign(platform)}");
        var forged = await host.AskAsync("/auth", $"{word} {Example.Sign(platform).Replace("42", "43", StringComparison.Ordinal)}");

        Assert.Equal((200, subject), good.User());
        Assert.Equal("no-store", good.Header("Cache-Control"));
        Assert.Equal((401, null), forged.User());
        Assert.Contains($"{word} error=\"invalid_token\"", forged.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launch_of_an_hour_is_taken_and_one_a_second_older_is_told_why_not()
    {
        await using var host = await EdgeHost.StartAsync(platforms: ["vk"]);

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk", age: 3600)}")).User());
        Assert.Equal((401, Expired), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk", age: 3601)}")).Refusal());
    }

    [Fact]
    public async Task Challenges_of_several_platforms_stand_in_one_header()
    {
        await using var host = await EdgeHost.StartAsync();
        var expired = await host.AskAsync("/auth", $"tma {Example.Sign("telegram", age: 86_401)}");

        Assert.Equal((401, "Bearer, tma, max"), (await host.AskAsync("/auth")).Refusal());
        Assert.Equal(
            (401, "Bearer, tma error=\"invalid_token\", error_description=\"The init data has expired\", reason=\"expired\", max"), expired.Refusal());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PURGE")]
    public async Task The_method_and_what_stands_behind_the_path_change_nothing(string method)
    {
        await using var host = await EdgeHost.StartAsync();
        foreach (var path in new[] { "/auth", "/auth/", "/auth/session/all?x=/auth", "/auth-launch/a%2F..%2Fb//c", "/auth/%D0%96" })
        {
            using var good = new HttpRequestMessage(new HttpMethod(method), path);
            good.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Example.Sign("vk")}");
            using var bare = new HttpRequestMessage(new HttpMethod(method), path);

            Assert.Equal((200, "vk:42"), (await host.Client.SendAsync(good)).User());
            Assert.Equal((401, null), (await host.Client.SendAsync(bare)).User());
        }
    }

    [Theory]
    [InlineData("/auth-session")]
    [InlineData("/session")]
    [InlineData("/authx")]
    [InlineData("/")]
    public async Task Without_sessions_there_is_nothing_but_launches(string path)
    {
        await using var host = await EdgeHost.StartAsync();

        Assert.Equal((404, null), (await host.AskAsync(path, $"Bearer {Example.Sign("vk")}")).User());
    }

    [Fact]
    public async Task Two_authorization_headers_are_refused()
    {
        await using var host = await EdgeHost.StartAsync();
        var (one, other) = ($"Authorization: Bearer {Example.Sign("vk")}\r\n", $"Authorization: Bearer {Example.Sign("vk", userId: 7)}\r\n");

        Assert.Equal((200, 200, 401), (await AskAsync(one), await AskAsync(other), await AskAsync(one + other)));

        Task<int> AskAsync(string headers) => host.SendAsync($"GET /auth HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
    }

    [Fact]
    public async Task A_user_who_is_kept_out_is_told_so()
    {
        await using var host = await EdgeHost.StartAsync();
        await host.Revocations.BlockAsync(MiniAppSubject.TelegramUser(42), until: null);

        var answer = await host.AskAsync("/auth", $"tma {Example.Sign("telegram")}");
        Assert.Contains("reason=\"banned\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal((401, null), answer.User());
        Assert.Equal((200, "telegram:7"), (await host.AskAsync("/auth", $"tma {Example.Sign("telegram", userId: 7)}")).User());
        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk")}")).User());
    }

    [Fact]
    public async Task Who_was_signed_in_and_is_nobody_we_know_is_forbidden()
    {
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("name", "vk:42")], "another scheme")) };
        await new AuthEndpoints(new IdentityHeaders([]), NullLogger.Instance).Answer(context);

        Assert.Equal(403, context.Response.StatusCode);
        Assert.Empty(context.Response.Headers);
    }

    [Fact]
    public async Task Nothing_of_a_token_is_in_the_log()
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true);
        var good = Example.Sign("vk");
        await host.AskAsync("/auth", $"Bearer {good}");
        await host.AskAsync("/auth", null, ("X-Original-URI", $"/?{good}"));
        await host.AskAsync("/auth", $"Bearer {good}0");

        host.Log.AssertSilentAbout(good, good[^20..], Example.VkKey);
    }
}
