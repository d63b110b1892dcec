using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A launch of each platform exchanged for a session, which goes on by refreshes and ends.</summary>
public class SessionEndpointsTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Launch_is_exchanged_for_tokens_that_open_what_takes_sessions(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync();
        var session = await app.BeginAsync(platform);

        Assert.Equal(("Bearer", 900), (session.TokenType, session.ExpiresIn));
        Assert.StartsWith("CfDJ8", session.AccessToken, StringComparison.Ordinal);
        var refreshed = await app.RefreshAsync(session);
        Assert.NotEqual(session.RefreshToken, refreshed.RefreshToken);
        foreach (var authorization in new[] { session.Authorization, refreshed.Authorization })
        {
            Assert.Equal((200, platform.NameIdentifier(42) + " by session"), await AskAsync(app, "/who", authorization));
            Assert.Equal((200, platform.NameIdentifier(42) + " by session"), await AskAsync(app, "/by-session", authorization));
            Assert.Equal(401, (await app.GetAsync("/by-launch", authorization)).Status);
        }

        var launch = platform.Header(platform.Good());
        Assert.Equal((200, platform.NameIdentifier(42) + " by launch"), await AskAsync(app, "/who", launch));
        Assert.Equal((200, platform.NameIdentifier(42) + " by launch"), await AskAsync(app, "/by-launch", launch));
        Assert.Equal(401, (await app.GetAsync("/by-session", launch)).Status);
    }

    [Fact]
    public async Task Instance_that_has_not_read_its_keys_yet_makes_it_503_and_nothing_is_lost()
    {
        var (vk, keys) = (PlatformScheme.Of("VkMiniApp"), new KeysAway());
        await using var warm = await StartAsync(keys);
        var session = await warm.BeginAsync(vk, userId: 7);

        keys.IsAway = true;
        await using var cold = await StartAsync(keys);
        foreach (var reply in new[]
        {
            await cold.TryBeginAsync(vk.Header(vk.Good())),
            await cold.GetAsync("/who", session.Authorization),
            await cold.TryRefreshAsync(session.RefreshToken),
            await cold.SendAsync(HttpMethod.Delete, "/session", session.Authorization),
        })
        {
            Assert.Equal((503, null, true), (reply.Status, reply.Challenge, reply.Headers.RetryAfter is not null));
        }

        Assert.Equal(401, (await cold.GetAsync("/by-session", "Bearer CfDJ")).Status);
        keys.IsAway = false;
        Assert.Equal((200, vk.NameIdentifier(7) + " by session"), await AskAsync(cold, "/who", session.Authorization));
        Assert.Equal(200, (await cold.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(200, (await cold.TryBeginAsync(vk.Header(vk.Good()))).Status);
    }

    [Fact]
    public async Task Log_out_is_answered_without_a_body()
    {
        await using var app = await SessionApp.StartAsync();
        foreach (var path in new[] { "/session", "/session/all" })
        {
            var session = await app.BeginAsync();
            var reply = await app.SendAsync(HttpMethod.Delete, path, session.Authorization);
            Assert.Equal((204, "", true), (reply.Status, reply.Body, reply.IsKeptFromCaches));
        }
    }

    private static Task<SessionApp> StartAsync(KeysAway keys) => SessionApp.StartAsync(build: builder =>
    {
        builder.Services.Configure<LaunchLedgerOptions>(options => options.Use = LaunchUse.Once);
        builder.Services.RemoveAll<IDataProtectionProvider>().AddDataProtection();
        builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = keys);
    });

    private static async Task<(int Status, string Body)> AskAsync(SessionApp app, string path, string authorization)
    {
        var reply = await app.GetAsync(path, authorization);
        return (reply.Status, reply.Body);
    }
}
