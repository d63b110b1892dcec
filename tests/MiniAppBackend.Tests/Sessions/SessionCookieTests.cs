using System.Net;

namespace MiniAppBackend.Tests;

/// <summary>A launch exchanged for a cookie.</summary>
public sealed class SessionCookieTests : IDisposable
{
    private const string Json = "application/json; charset=utf-8";
    private const string Answer = """{"id":42,"by":"session"}""";

    private static readonly (string Name, string Value) FromOurPage = ("X-Requested-With", "fetch");
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly Backend _backend = new();

    [Fact]
    public async Task The_cookie_is_one_that_a_browser_keeps_inside_a_frame_of_another_site()
    {
        using var response = await SessionTokens.TryBeginAsync(_backend, Launch(), "/session/cookie");
        var attributes = Assert.Single(response.Headers.GetValues("Set-Cookie")).Split("; ");

        Assert.StartsWith("__Host-session=", attributes[0], StringComparison.Ordinal);
        Assert.Equal(["path=/", "secure", "samesite=none", "httponly", "Partitioned"], attributes[1..]);
    }

    [Fact]
    public async Task The_cookie_is_taken_from_our_own_page_and_not_from_another_that_can_add_no_header()
    {
        var cookie = await BeginAsync();

        await GetAsync(cookie, FromOurPage).ShouldAnswerAsync(Answer, Json);
        await GetAsync(cookie).ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task An_access_token_beside_the_cookie_counts_and_the_cookie_does_not()
    {
        var cookie = await BeginAsync();
        var other = await SessionTokens.BeginAsync(_backend, "Bearer " + _backend.SignLaunch(43));

        await GetAsync(cookie, FromOurPage, ("Authorization", other.Authorization)).ShouldAnswerAsync("""{"id":43,"by":"session"}""", Json);
        await GetAsync(cookie, FromOurPage, ("Authorization", "Bearer x")).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task The_cookie_begins_no_other_session_and_does_nothing_that_needs_a_recent_launch()
    {
        var cookie = await BeginAsync();

        await _backend.SendAsync(HttpMethod.Post, "/session", null, null, cookie, FromOurPage).ShouldChallengeAsync(SessionTokens.NoLaunch);
        await _backend.SendAsync(HttpMethod.Post, "/session/cookie", null, null, cookie, FromOurPage).ShouldChallengeAsync(SessionTokens.NoLaunch);
        await _backend.SendAsync(HttpMethod.Delete, "/me", null, null, cookie, FromOurPage).ShouldChallengeAsync(
            "Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", reason=\"stale\", max_age=\"300\"");
        await SessionTokens.TryRefreshAsync(_backend, cookie.Value.Split('=')[1]).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task The_cookie_is_good_for_a_day_after_its_launch()
    {
        var cookie = await BeginAsync();

        _backend.Advance(TimeSpan.FromDays(1) - OneSecond);
        await GetAsync(cookie, FromOurPage).ShouldAnswerAsync(Answer, Json);
        _backend.Advance(OneSecond);
        await ShouldBeRefusedAsync(GetAsync(cookie, FromOurPage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    [InlineData("chunks-9")]
    public Task Garbage_in_place_of_the_cookie_is_refused(string garbage) =>
        ShouldBeRefusedAsync(GetAsync(("Cookie", "__Host-session=" + garbage), FromOurPage));

    [Fact]
    public async Task The_cookie_is_taken_back()
    {
        using var response = await _backend.SendAsync(HttpMethod.Delete, "/session", null, null, await BeginAsync(), FromOurPage);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(
            "__Host-session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=none; httponly; Partitioned",
            Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    public void Dispose() => _backend.Dispose();

    private static (string Name, string Value) CookieOf(HttpResponseMessage response) =>
        ("Cookie", Assert.Single(response.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie")).Split(';')[0]);

    /// <summary>The status is 401, and it is not a redirection.</summary>
    private static async Task ShouldBeRefusedAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    private async Task<(string Name, string Value)> BeginAsync()
    {
        using var response = await SessionTokens.TryBeginAsync(_backend, Launch(), "/session/cookie");
        return CookieOf(response);
    }

    private Task<HttpResponseMessage> GetAsync(params (string Name, string Value)[] headers) =>
        _backend.SendAsync(HttpMethod.Get, "/session", null, null, headers);

    private string Launch() => "Bearer " + _backend.SignLaunch();
}
