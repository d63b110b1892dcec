using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.Tests;

/// <summary>Where a request may carry a session: behind a word, in a hub's address, in a cookie with a header beside it.</summary>
public class SessionCredentialsTests
{
    private static readonly (string Name, string Value) FromOurPage = ("X-Requested-With", "fetch");

    [Fact]
    public async Task There_is_no_cookie_unless_the_application_asks_for_it()
    {
        var keys = new EphemeralDataProtectionProvider();
        await using var asking = await SessionApp.StartAsync(options => options.UseCookie = true, builder => builder.Services.AddSingleton<IDataProtectionProvider>(keys));
        await using var app = await SessionApp.StartAsync(build: builder => builder.Services.AddSingleton<IDataProtectionProvider>(keys));
        var cookie = (await BeginAsync(asking)).Cookie;
        var vk = PlatformScheme.All[0];

        var answer = await app.TryBeginAsync(vk.Header(vk.Good()), "/session/cookie");
        Assert.Equal((404, """{"title":"Not Found","status":404,"detail":"Sessions have no cookie here."}"""), (answer.Status, answer.Body));
        Assert.Equal("42 by session", (await asking.GetAsync("/who", null, cookie, FromOurPage)).Body);
        var unread = await app.GetAsync("/who", null, cookie, FromOurPage);
        Assert.Equal(401, unread.Status);
        Assert.DoesNotContain("error", unread.Challenge, StringComparison.Ordinal);
        Assert.Equal(401, (await app.TryBeginAsync(null, "/session/cookie")).Status);
    }

    [Fact]
    public async Task Cookie_is_one_that_a_browser_keeps_inside_a_frame_of_another_site()
    {
        await using var app = await StartAsync();
        var reply = await BeginAsync(app);
        var attributes = reply.Headers.GetValues("Set-Cookie").Single().Split("; ");

        Assert.Equal((204, "", true), (reply.Status, reply.Body, reply.IsKeptFromCaches));
        Assert.StartsWith("__Host-session=CfDJ8", attributes[0], StringComparison.Ordinal);
        Assert.Equal(["path=/", "secure", "samesite=none", "httponly", "Partitioned"], attributes[1..]);
    }

    [Fact]
    public async Task Cookie_is_taken_with_the_header_that_other_pages_can_not_add_and_with_no_token_beside_it()
    {
        await using var app = await StartAsync();
        var cookie = (await BeginAsync(app)).Cookie;
        var other = await app.BeginAsync(PlatformScheme.All[0], userId: 43);

        Assert.Equal("42 by session", (await app.GetAsync("/who", null, cookie, FromOurPage)).Body);
        Assert.Equal("42 by session", (await app.GetAsync("/by-session", null, cookie, FromOurPage)).Body);
        Assert.Equal(401, (await app.GetAsync("/who", null, cookie)).Status);
        Assert.Equal("43 by session", (await app.GetAsync("/who", other.Authorization, cookie, FromOurPage)).Body);
        Assert.Equal(401, (await app.GetAsync("/who", "Bearer x", cookie, FromOurPage)).Status);
        Assert.Equal(401, (await app.SendAsync(HttpMethod.Delete, "/session", null, null, cookie)).Status);
    }

    [Theory]
    [InlineData("XMLHttpRequest", true)]
    [InlineData("1", true)]
    [InlineData("", false)]
    [InlineData("com.vkontakte.android", false)]
    [InlineData("org.telegram.messenger", false)]
    [InlineData("WebView", false)]
    [InlineData("webview", false)]
    [InlineData("fetch, com.vkontakte.android", false)]
    public async Task Header_that_androids_web_view_adds_to_any_pages_requests_is_no_proof(string value, bool counts)
    {
        await using var app = await StartAsync();
        var cookie = (await BeginAsync(app)).Cookie;

        Assert.Equal(counts ? 200 : 401, (await app.GetAsync("/by-session", null, cookie, ("X-Requested-With", value))).Status);
    }

    [Fact]
    public async Task Cookie_is_no_token_and_a_token_no_cookie()
    {
        await using var app = await StartAsync();
        var cookie = (await BeginAsync(app)).Cookie.Value.Split('=')[1];
        var session = await app.BeginAsync();

        Assert.Equal(401, (await app.GetAsync("/who", "Bearer " + cookie)).Status);
        Assert.Equal(401, (await app.TryRefreshAsync(cookie)).Status);
        foreach (var token in new[] { session.AccessToken, session.RefreshToken })
        {
            Assert.Equal(401, (await app.GetAsync("/who", null, ("Cookie", "__Host-session=" + token), FromOurPage)).Status);
        }
    }

    [Fact]
    public async Task Cookie_ends_with_its_session()
    {
        await using var app = await StartAsync();
        var cookie = (await BeginAsync(app)).Cookie;

        app.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await app.GetAsync("/who", null, cookie, FromOurPage)).Status);
        app.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((401, "expired"), (await app.GetAsync("/who", null, cookie, FromOurPage)) is var reply ? (reply.Status, reply.Reason) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    [InlineData("chunks-9")]
    [InlineData("chunks-99999999999")]
    public async Task Garbage_in_place_of_the_cookie_is_refused(string garbage)
    {
        await using var app = await StartAsync();
        Assert.Equal(401, (await app.GetAsync("/by-session", null, ("Cookie", "__Host-session=" + garbage), FromOurPage)).Status);
        Assert.Equal(401, (await app.GetAsync("/who", null, ("Cookie", "__Host-session=" + garbage), FromOurPage)).Status);
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/session/all")]
    public async Task Log_out_takes_the_cookie_back(string path)
    {
        await using var app = await StartAsync();
        var cookie = (await BeginAsync(app)).Cookie;
        var reply = await app.SendAsync(HttpMethod.Delete, path, null, null, cookie, FromOurPage);

        Assert.Equal(204, reply.Status);
        Assert.Equal(
            "__Host-session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=none; httponly; Partitioned",
            Assert.Single(reply.Headers.GetValues("Set-Cookie")));
    }

    [Fact]
    public async Task Session_with_many_claims_is_kept_in_several_cookies()
    {
        await using var app = await SessionApp.StartAsync(options =>
        {
            options.UseCookie = true;
            options.Events.OnStarting = context =>
            {
                context.Identity.AddClaim(new("much", new string('x', 6000)));
                return Task.CompletedTask;
            };
        });
        var cookies = (await BeginAsync(app)).Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).ToArray();

        Assert.True(cookies.Length > 1);
        Assert.Equal(200, (await app.GetAsync("/who", null, ("Cookie", string.Join("; ", cookies)), FromOurPage)).Status);
        Assert.Equal(401, (await app.GetAsync("/who", null, ("Cookie", string.Join("; ", cookies[..^1])), FromOurPage)).Status);
    }

    [Fact]
    public async Task Cookie_does_not_count_beside_a_launch_in_the_body_as_it_does_not_beside_one_in_the_header()
    {
        var max = PlatformScheme.Of("MaxMiniApp");
        await using var app = await SessionApp.StartAsync(
            options => options.UseCookie = true,
            map: app => app.MapPost("/both", (ClaimsPrincipal user) => $"{user.GetMiniAppSubject()}, {user.GetSession()?.User}").RequireAuthorization(
                policy => policy.AddAuthenticationSchemes(max.Name, MiniAppSessionDefaults.AuthenticationScheme).RequireAssertion(_ => true))
                .TakeLaunchFromBody("launch"));
        var cookie = (await BeginAsync(app)).Cookie;

        Assert.Equal("max:7, ", (await app.PostAsync("/both", null, max.Header(max.Good(7)), cookie, FromOurPage)).Body);
        Assert.Equal("max:7, ", (await app.PostAsync("/both", BodyApp.JsonOf(max.Header(max.Good(7))), null, cookie, FromOurPage)).Body);
        Assert.Equal(", ", (await app.PostAsync("/both", BodyApp.JsonOf(max.Header(max.Expired())), null, cookie, FromOurPage)).Body);

        // A body without a launch is no credentials, and the cookie is.
        Assert.Equal("vk:42, vk:42", (await app.PostAsync("/both", BodyApp.Content("{}", BodyApp.Json), null, cookie, FromOurPage)).Body);
    }

    [Fact]
    public async Task Hub_takes_a_session_from_its_address_and_nothing_else_does()
    {
        await using var app = await SessionApp.StartAsync(
            options => options.TokenRetriever = TokenRetrieval.FirstOf(
                TokenRetrieval.FromAuthorizationHeader("Bearer"), TokenRetrieval.FromQuery("access_token", "/hub")),
            builder => builder.Services.AddSignalR(),
            app => app.MapHub<GuardedHub>("/hub"));
        var session = await app.BeginAsync();
        using var client = app.App.CreateClient();

        var refused = await client.PostAsync(new Uri("/hub/negotiate?negotiateVersion=1", UriKind.Relative), null);
        Assert.Equal(401, (int)refused.StatusCode);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", session.Authorization);
        var connection = await HubConnection.OpenAsync(client, "/hub");
        Assert.Equal("42", (string?)(await connection.InvokeAsync("WhoAmI"))["result"]);

        Assert.Equal(200, (await app.SendAsync(HttpMethod.Post, "/hub/negotiate?negotiateVersion=1&access_token=" + session.AccessToken)).Status);
        Assert.Equal(401, (await app.GetAsync("/who?access_token=" + session.AccessToken)).Status);
    }

    private static Task<SessionApp> StartAsync() => SessionApp.StartAsync(options => options.UseCookie = true);

    private static Task<SessionReply> BeginAsync(SessionApp app)
    {
        var vk = PlatformScheme.All[0];
        return app.TryBeginAsync(vk.Header(vk.Good()), "/session/cookie");
    }

    [Authorize]
    private sealed class GuardedHub : Hub
    {
        public string? WhoAmI() => Context.UserIdentifier;
    }
}
