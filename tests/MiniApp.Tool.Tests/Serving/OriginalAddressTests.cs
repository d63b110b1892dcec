using Microsoft.AspNetCore.Http;
using MiniApp.Tool.Serving;

namespace MiniApp.Tool.Tests.Serving;

/// <summary>A token in the address that the client asked the proxy for.</summary>
public sealed class OriginalAddressTests
{
    [Theory]
    [InlineData("X-Original-URI", "vk", "vk:42")]
    [InlineData("X-Forwarded-Uri", "vk", "vk:42")]
    [InlineData("X-Original-URI", "telegram", "telegram:42")]
    [InlineData("X-Original-URI", "max", "max:42")]
    public async Task A_page_is_opened_by_its_launch_where_that_is_asked_for(string header, string platform, string subject)
    {
        await using var reads = await EdgeHost.StartAsync(readsAddress: true);
        await using var doesNot = await EdgeHost.StartAsync();
        var address = (header, $"/shop?{Example.Sign(platform)}");

        Assert.Equal((200, subject), (await reads.AskAsync("/auth", null, address)).User());
        Assert.Equal((401, null), (await doesNot.AskAsync("/auth", null, address)).User());
    }

    [Fact]
    public async Task Envoy_asks_for_the_address_itself()
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true);

        Assert.Equal((200, "vk:42"), (await host.AskAsync($"/auth/shop?{Example.Sign("vk")}")).User());
    }

    [Fact]
    public async Task A_web_socket_has_its_token_in_a_parameter()
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true);
        var token = Uri.EscapeDataString(Example.Sign("vk"));

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", null, ("X-Original-URI", $"/chat?room=1&access_token={token}"))).User());
        Assert.Equal((401, null), (await host.AskAsync("/auth", null, ("X-Original-URI", $"/chat?access_token={token}&access_token={token}"))).User());
    }

    [Fact]
    public async Task A_session_has_its_access_token_there_too()
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true, takesSessions: true);
        var (access, _) = await ServedSession.BeginAsync(host);

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", null, ("X-Original-URI", $"/chat?access_token={access}"))).User());
        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth-session", null, ("X-Original-URI", $"/chat?access_token={access}"))).User());
        Assert.Equal(401, (await host.AskAsync("/auth-launch", null, ("X-Original-URI", $"/chat?access_token={access}"))).Refusal().Status);
    }

    [Fact]
    public async Task The_header_of_a_request_comes_before_its_address()
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true);
        var address = ("X-Original-URI", $"/?{Example.Sign("vk", userId: 7)}");

        Assert.Equal((200, "vk:42"), (await host.AskAsync("/auth", $"Bearer {Example.Sign("vk")}", address)).User());
        Assert.Equal((200, "telegram:42"), (await host.AskAsync("/auth", $"tma {Example.Sign("telegram")}", address)).User());
        Assert.Equal((401, null), (await host.AskAsync("/auth", "Basic eDp5", address)).User());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("/?")]
    [InlineData("/?page=2&sort=sign")]
    [InlineData("/?access_token=")]
    [InlineData("/?access_token=%zz&%&=&&sign")]
    [InlineData("/?sign=x&hash=y")]
    public async Task An_address_without_a_good_token_signs_nobody_in(string address)
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true);

        Assert.Equal((401, null), (await host.AskAsync("/auth", null, ("X-Original-URI", address))).User());
    }

    [Fact]
    public void Thousands_of_tokens_are_as_cheap_to_refuse_as_two()
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString("?" + string.Join('&', Enumerable.Repeat("access_token", 10_000)));
        Assert.Null(OriginalAddress.FindToken(request));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(OriginalAddress.FindToken(request));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * request.QueryString.Value!.Length);
    }

    [Fact]
    public async Task An_address_that_is_sent_twice_counts_for_none()
    {
        await using var host = await EdgeHost.StartAsync(readsAddress: true);
        var address = $"X-Original-URI: /?{Example.Sign("vk")}\r\n";

        Assert.Equal((200, 401), (await AskAsync(address), await AskAsync(address + address)));

        Task<int> AskAsync(string headers) => host.SendAsync($"GET /auth HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
    }
}
