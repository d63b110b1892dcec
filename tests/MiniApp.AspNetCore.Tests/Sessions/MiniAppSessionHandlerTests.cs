using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>What a session's token is taken for, and what is said where it is refused.</summary>
public class MiniAppSessionHandlerTests
{
    public static TheoryData<string> Platforms => PlatformScheme.Names;

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Session_of_every_platform_keeps_who_it_is_and_in_which_app(string name)
    {
        var platform = PlatformScheme.Of(name);
        await using var app = await SessionApp.StartAsync();
        var session = await app.BeginAsync(platform);
        var launched = await app.App.SignInByHeaderAsync(platform.Header(platform.Good()));
        var user = await app.App.SignInByHeaderAsync(session.Authorization);

        Assert.Equal(42, platform.FindUserId(user));
        Assert.False(platform.HasLaunch(user));
        Assert.Equal(launched.Identity?.Name, user.Identity?.Name);
        Assert.Equal("MiniAppSession", user.Identity?.AuthenticationType);
        foreach (var claim in user.Claims.Where(claim => claim.OriginalIssuer == platform.Issuer))
        {
            Assert.True(launched.HasClaim(other =>
                (other.Type, other.Value, other.Issuer, other.OriginalIssuer) == (claim.Type, claim.Value, claim.Issuer, claim.OriginalIssuer)));
        }

        Assert.Equal([platform.Issuer, "MiniAppSession"], user.Claims.Select(claim => claim.OriginalIssuer).Distinct());
        Assert.Null(user.FindFirst(platform.TimeClaim));
    }

    [Fact]
    public async Task User_has_the_sessions_id_and_the_time_of_its_launch()
    {
        await using var app = await SessionApp.StartAsync();
        var vk = PlatformScheme.All[0];
        app.Advance(TimeSpan.FromSeconds(5));
        var user = await app.App.SignInByHeaderAsync((await app.BeginAsync(vk)).Authorization);
        var session = user.GetSession()!;

        Assert.Equal(session.Id, Guid.ParseExact(user.FindFirstValue("sid")!, "N"));
        Assert.Equal($"{PlatformScheme.Now}", user.FindFirstValue("auth_time"));
        Assert.Equal((PlatformScheme.Now, PlatformScheme.Now + 5), (session.LaunchTime.ToUnixTimeSeconds(), session.StartTime.ToUnixTimeSeconds()));
        Assert.Equal((MiniAppSubject.VkUser(42), MiniAppSubject.VkApp(6736218)), (session.User, session.App!.Value));
        Assert.Equal(session.LaunchTime, session.Dated);
        Assert.Same(session, user.Clone().GetSession());
        Assert.Null(new ClaimsPrincipal(new ClaimsIdentity()).GetSession());
    }

    [Fact]
    public async Task Launch_that_is_dated_ahead_makes_no_session_younger_than_it_is()
    {
        await using var app = await SessionApp.StartAsync();
        var vk = PlatformScheme.All[0];
        app.Advance(TimeSpan.FromSeconds(-30));
        var user = await app.App.SignInByHeaderAsync((await app.BeginAsync(vk)).Authorization);

        Assert.Equal(PlatformScheme.Now - 30, user.GetSession()!.Dated.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Access_token_expires_and_says_when_as_connections_need_to_know()
    {
        await using var app = await SessionApp.StartAsync();
        var session = await app.BeginAsync();
        var end = DateTimeOffset.FromUnixTimeSeconds(PlatformScheme.Now) + TimeSpan.FromMinutes(15);

        Assert.Equal(end, (await app.App.AuthenticateAsync(session.Authorization)).Properties?.ExpiresUtc);
        app.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(10_000_000));
        Assert.Equal(200, (await app.GetAsync("/who", session.Authorization)).Status);
        app.Advance(TimeSpan.FromSeconds(1));
        var reply = await app.GetAsync("/who", session.Authorization);
        Assert.Equal(
            (401, """Bearer error="invalid_token", error_description="The session's token has expired", reason="expired" """.Trim()),
            (reply.Status, reply.Challenge));
        Assert.Equal(["SessionRefused"], app.Said);
    }

    [Theory]
    [InlineData("Bearer x", "Bearer error=\"invalid_token\"")]
    [InlineData("Bearer CfDJ8", "Bearer error=\"invalid_token\"")]
    [InlineData("Bearer ", "Bearer error=\"invalid_token\"")]
    [InlineData("Bearer eyJh.eyJp.c2ln", "Bearer")]
    [InlineData("Basic eDp5", "Bearer")]
    [InlineData(null, "Bearer")]
    public async Task What_is_no_session_is_refused_where_sessions_alone_are_taken(string? authorization, string challenge)
    {
        await using var app = await SessionApp.StartAsync();
        var reply = await app.GetAsync("/by-session", authorization);

        Assert.Equal((401, challenge), (reply.Status, reply.Challenge));
        Assert.Equal(challenge == "Bearer" ? [] : ["SessionRefused"], app.Said);
    }

    [Fact]
    public async Task Session_never_is_a_refused_launch()
    {
        await using var app = await SessionApp.StartAsync(oneWord: true);
        var session = await app.BeginAsync();
        await app.GetAsync("/who", session.Authorization);
        await app.GetAsync("/by-launch", session.Authorization);

        Assert.DoesNotContain(app.Logs.Verdicts, entry => entry.EventId.Name == "LaunchRefused");
        Assert.Empty(app.Said);
        app.Logs.AssertSilentAbout(session.AccessToken[20..], session.RefreshToken[20..]);
    }

    [Fact]
    public async Task Another_key_ring_makes_it_401_and_a_shared_one_makes_it_a_session()
    {
        IDataProtectionProvider keys = new EphemeralDataProtectionProvider();
        await using var one = await StartAsync(keys);
        await using var two = await StartAsync(keys);
        await using var stranger = await StartAsync(new EphemeralDataProtectionProvider());
        var session = await one.BeginAsync();

        Assert.Equal(200, (await two.GetAsync("/who", session.Authorization)).Status);
        Assert.Equal(200, (await two.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(401, (await stranger.GetAsync("/who", session.Authorization)).Status);
        Assert.Equal(401, (await stranger.TryRefreshAsync(session.RefreshToken)).Status);
        Assert.Equal(["SessionRefused", "SessionRefused"], stranger.Said);
    }

    [Fact]
    public async Task Application_of_another_name_has_no_use_for_a_session_made_with_the_same_keys()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            await using var one = await SessionApp.StartAsync(build: builder => Share(builder, directory, "one"));
            await using var again = await SessionApp.StartAsync(build: builder => Share(builder, directory, "one"));
            await using var two = await SessionApp.StartAsync(build: builder => Share(builder, directory, "two"));
            var session = await one.BeginAsync();

            Assert.Equal(200, (await again.GetAsync("/who", session.Authorization)).Status);
            Assert.Equal(401, (await two.GetAsync("/who", session.Authorization)).Status);
            Assert.Equal(401, (await two.TryRefreshAsync(session.RefreshToken)).Status);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task New_key_of_data_protection_ends_no_session_on_an_instance_that_runs_or_starts()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            await using var running = await SessionApp.StartAsync(build: builder => Share(builder, directory, "one"));
            var before = await running.BeginAsync();

            var now = TimeProvider.System.GetUtcNow();
            running.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
            await using var started = await SessionApp.StartAsync(build: builder => Share(builder, directory, "one"));

            Assert.Equal(200, (await running.GetAsync("/who", before.Authorization)).Status);
            Assert.Equal(200, (await started.GetAsync("/who", before.Authorization)).Status);
            Assert.Equal(200, (await started.TryRefreshAsync(before.RefreshToken)).Status);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Token_that_was_changed_is_refused_wherever_it_was_changed()
    {
        await using var app = await SessionApp.StartAsync();
        var token = (await app.BeginAsync()).AccessToken;
        for (var place = 0; place < token.Length - 1; place += 7)
        {
            var changed = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
            Assert.Equal(401, (await app.GetAsync("/by-session", "Bearer " + changed)).Status);
        }
    }

    private static Task<SessionApp> StartAsync(IDataProtectionProvider keys) =>
        SessionApp.StartAsync(build: builder => builder.Services.AddSingleton(keys));

    private static void Share(WebApplicationBuilder builder, DirectoryInfo directory, string name)
    {
        foreach (var service in builder.Services.Where(service => service.ServiceType == typeof(IDataProtectionProvider)).ToArray())
        {
            builder.Services.Remove(service);
        }

        builder.Services.AddDataProtection().PersistKeysToFileSystem(directory).SetApplicationName(name);
        builder.Services.AddSingleton(provider => Microsoft.AspNetCore.DataProtection.DataProtectionProvider.Create(
            directory, protection => protection.SetApplicationName(name)));
    }
}
