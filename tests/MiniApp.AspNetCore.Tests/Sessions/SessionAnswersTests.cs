using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp.AspNetCore;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What the answer to who is given no session says in its body, where a platform writes bodies.</summary>
public class SessionAnswersTests
{
    private static readonly PlatformScheme Vk = PlatformScheme.All[0];

    [Fact]
    public async Task Refusal_has_the_words_of_its_challenge()
    {
        await using var app = await StartAsync(new KeysFail());
        var session = await app.BeginAsync();

        var bad = await app.GetAsync("/by-session", "Bearer CfDJ8");
        Assert.Equal((401, "Unauthorized", "invalid_token", null), (bad.Status, Text(bad, "title"), Text(bad, "error"), Text(bad, "reason")));
        await app.SendAsync(HttpMethod.Delete, "/session", session.Authorization);
        var ended = await app.GetAsync("/by-session", session.Authorization);
        Assert.Equal((401, "invalid_token", "revoked"), (ended.Status, Text(ended, "error"), Text(ended, "reason")));
        Assert.NotNull(Text(ended, "detail"));
        var forbidden = await app.GetAsync("/never", (await app.BeginAsync(Vk, userId: 43)).Authorization);
        Assert.Equal((403, "Forbidden"), (forbidden.Status, Text(forbidden, "title")));
    }

    [Fact]
    public async Task Keys_that_are_not_there_are_named()
    {
        var keys = new KeysFail();
        await using var app = await StartAsync(keys);

        keys.Fail("Keys", times: 2);
        var reply = await app.TryBeginAsync(Vk.Header(Vk.Good()));
        Assert.Equal((503, "Service Unavailable", "The keys of sessions are not there"), (reply.Status, Text(reply, "title"), Text(reply, "detail")));
    }

    [Fact]
    public async Task Log_out_that_is_not_known_to_all_says_so()
    {
        var store = new SharedStore();
        await using var app = await StartAsync(new KeysFail(), store);
        var session = await app.BeginAsync();
        store.Fault = new MiniAppStoreUnavailableException("away");

        var reply = await app.SendAsync(HttpMethod.Delete, "/session", session.Authorization);
        Assert.Equal((503, "Signed out on one instance, and not on all yet"), (reply.Status, Text(reply, "detail")));
    }

    private static string? Text(SessionReply reply, string member) => (string?)JsonNode.Parse(reply.Body)![member];

    private static Task<SessionApp> StartAsync(KeysFail keys, IRevocationStore? store = null) => SessionApp.StartAsync(
        build: builder =>
        {
            builder.Services.AddSingleton<IDataProtectionProvider>(keys).AddProblemDetails();
            builder.Services.Configure<VkMiniAppOptions>("VkMiniApp", options => options.WriteProblemDetails = true);
            if (store is not null)
            {
                builder.Services.AddSingleton(store);
            }
        },
        map: app => app.MapGet("/never", () => "").RequireMiniAppSession().RequireAuthorization(policy => policy.RequireClaim("never")));
}
