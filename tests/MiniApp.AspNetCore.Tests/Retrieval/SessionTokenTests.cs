using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore.Tests;

/// <summary>A session's token where the default scheme is a launch, on every platform behind the same word: it is another scheme's.</summary>
public class SessionTokenTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_is_no_failed_launch_and_no_line_in_the_log(string name)
    {
        var platform = PlatformScheme.Of(name);
        using var logs = new LogCollector();
        await using var app = await StartAsync(platform, logs);
        using var durations = new Measurements(app.Services, "Microsoft.AspNetCore.Authentication", "aspnetcore.authentication.authenticate.duration");

        Assert.Equal(200, (await app.GetAsync("/session", Backend.Credentials(app, Backend.Opaque))).Status);
        Assert.DoesNotContain(logs.OfHandler, entry => entry.Level >= LogLevel.Information);
        Assert.Equal(
            [(name, "none"), (Backend.Opaque, "success")],
            durations.All.Select(one => (
                (string)one.Tags["aspnetcore.authentication.scheme"]!, (string)one.Tags["aspnetcore.authentication.result"]!)));
        Assert.DoesNotContain(durations.All, one => one.Tags.ContainsKey("error.type"));
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Whoever_sends_one_to_an_endpoint_for_launches_is_anonymous_there(string name)
    {
        var platform = PlatformScheme.Of(name);
        using var logs = new LogCollector();
        await using var app = await StartAsync(platform, logs);
        var reply = await app.GetAsync("/me", Backend.Credentials(app, Backend.Opaque));

        Assert.Equal((401, platform.AuthScheme), (reply.Status, Assert.Single(reply.Challenges)));
        Assert.True((await app.AuthenticateAsync("Bearer CfDJ8" + new string('A', 30))).None);
        Assert.NotNull((await app.AuthenticateAsync("Bearer CfDJ8Z" + new string('A', 30))).Failure);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_comes_before_whatever_is_in_the_body_also_where_no_launch_stands_behind_its_word(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await TestApp.StartWithAsync(
            builder =>
            {
                builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
                platform.AddTo(builder.Services.AddAuthentication().AddMiniAppSessions());
            },
            app =>
            {
                app.MapMiniAppSessions("/session");
                app.MapPost("/draft", (ClaimsPrincipal user) => SessionApp.Describe(user)).RequireAuthorization().TakeLaunchFromBody("launch");
            });
        using var client = app.CreateClient();
        var session = (await SendAsync("/session", platform.Header(platform.Good()), body: null)).ReadTokens();

        foreach (var body in new[] { BodyApp.JsonOf(platform.Good(43)), BodyApp.JsonOf(new string('x', 40_000)), new ByteArrayContent([1, 2, 3]) })
        {
            var reply = await SendAsync("/draft", session.Authorization, body);
            Assert.Equal((200, true), (reply.Status, reply.Body.EndsWith("42 by session", StringComparison.Ordinal)));
        }

        Assert.EndsWith("43 by launch", (await SendAsync("/draft", authorization: null, BodyApp.JsonOf(platform.Good(43)))).Body, StringComparison.Ordinal);

        async Task<SessionReply> SendAsync(string path, string? authorization, HttpContent? body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
            request.Headers.Add("Launch-Binding", SessionApp.Binding);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await client.SendAsync(request);
            return new((int)response.StatusCode, null, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
        }
    }

    private static Task<TestApp> StartAsync(PlatformScheme platform, LogCollector logs) => TestApp.StartWithAsync(
        builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            platform.AddTo(builder.Services.AddAuthentication(platform.Name).AddBearerToken(Backend.Opaque), acceptBearer: true);
        },
        app => app.MapGet("/session", () => "in").RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(Backend.Opaque).RequireAuthenticatedUser()));
}
