using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MiniAppBackend.Sessions;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>A launch exchanged for the framework's access and refresh tokens.</summary>
public sealed class SessionTokenTests : IDisposable
{
    private const string Json = "application/json; charset=utf-8";
    private const string Stale =
        "Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", reason=\"stale\", max_age=\"300\"";

    private const string Expired = "Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"";

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    private readonly Backend _backend = new();

    [Fact]
    public async Task An_access_token_is_good_for_an_hour_after_its_launch_has_expired()
    {
        var launch = Launch();
        _backend.Advance(OneHour);
        var session = await SessionTokens.BeginAsync(_backend, launch);

        Assert.Equal(("Bearer", 3600), (session.TokenType, session.ExpiresIn));
        _backend.Advance(OneHour - OneSecond);
        await _backend.GetAsync("/session", launch).ShouldChallengeAsync(Expired);
        await _backend.GetAsync("/session", session.Authorization).ShouldAnswerAsync("""{"id":42,"by":"session"}""", Json);

        _backend.Advance(OneSecond);
        await _backend.GetAsync("/session", session.Authorization).ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task A_refresh_token_renews_the_session_for_as_long_as_two_weeks()
    {
        var session = await SessionTokens.BeginAsync(_backend, Launch());

        _backend.Advance(TimeSpan.FromDays(14) - OneSecond);
        var renewed = await session.RefreshAsync(_backend);
        await _backend.GetAsync("/session", renewed.Authorization).ShouldAnswerAsync("""{"id":42,"by":"session"}""", Json);

        _backend.Advance(OneSecond);
        await SessionTokens.TryRefreshAsync(_backend, session.RefreshToken).ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task No_number_of_renewals_makes_a_session_outlive_thirty_days_after_its_launch()
    {
        var session = await SessionTokens.BeginAsync(_backend, Launch());
        foreach (var pause in new[] { TimeSpan.FromDays(12), TimeSpan.FromDays(12), TimeSpan.FromDays(6) - OneHour })
        {
            _backend.Advance(pause);
            session = await session.RefreshAsync(_backend);
        }

        await _backend.GetAsync("/session", session.Authorization).ShouldAnswerAsync("""{"id":42,"by":"session"}""", Json);
        _backend.Advance(OneSecond);
        await SessionTokens.TryRefreshAsync(_backend, session.RefreshToken).ShouldChallengeAsync("Bearer");

        _backend.Advance(OneHour - OneSecond);
        await _backend.GetAsync("/session", session.Authorization).ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task A_session_keeps_who_the_user_is_and_nothing_that_ages()
    {
        var launch = new VkLaunchParamsDescriptor { UserId = 42, GroupId = 7, ViewerGroupRole = VkGroupRole.Admin, Scopes = ["friends"] };
        var session = await SessionTokens.BeginAsync(_backend, "Bearer " + _backend.Sign(launch));
        var user = Schemes.BearerTokenProtector.Unprotect(session.AccessToken)!.Principal;

        Assert.Equal(
            [
                ("auth_time", "1700000000", "LOCAL AUTHORITY"),
                (ClaimTypes.NameIdentifier, "42", "VK"),
                ("vk_app_id", "6736218", "VK"),
                ("vk_user_id", "42", "VK"),
            ],
            user.Claims
                .OrderBy(claim => claim.Type, StringComparer.Ordinal)
                .Select(claim => (claim.Type, claim.Value, claim.OriginalIssuer)));
    }

    [Fact]
    public async Task A_launch_that_has_expired_or_is_forged_begins_no_session()
    {
        var (expired, forged) = (Launch(), "Bearer " + _backend.SignForged());
        await _backend.SendAsync(HttpMethod.Post, "/session", forged).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
        await _backend.SendAsync(HttpMethod.Post, "/session").ShouldChallengeAsync("Bearer");

        _backend.Advance(OneHour + OneSecond);
        await _backend.SendAsync(HttpMethod.Post, "/session", expired).ShouldChallengeAsync(Expired);
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/session/cookie")]
    public async Task A_session_is_no_launch_and_begins_no_other_session(string path)
    {
        var session = await SessionTokens.BeginAsync(_backend, Launch());

        foreach (var token in new[] { session.AccessToken, session.RefreshToken })
        {
            await _backend.SendAsync(HttpMethod.Post, path, "Bearer " + token).ShouldChallengeAsync("Bearer");
        }
    }

    [Fact]
    public async Task A_session_opens_nothing_that_needs_a_launch()
    {
        var session = await SessionTokens.BeginAsync(_backend, Launch());

        foreach (var path in new[] { "/me", "/russian", "/community", "/community/settings" })
        {
            await _backend.GetAsync(path, session.Authorization).ShouldChallengeAsync("Bearer");
        }
    }

    [Fact]
    public async Task A_launch_of_the_last_five_minutes_does_what_no_session_may_do()
    {
        var launch = Launch();
        var session = await SessionTokens.BeginAsync(_backend, launch);

        await _backend.SendAsync(HttpMethod.Delete, "/me", session.Authorization).ShouldChallengeAsync(Stale);
        _backend.Advance(TimeSpan.FromMinutes(5));
        await _backend.SendAsync(HttpMethod.Delete, "/me", launch).ShouldAnswerAsync("You are forgotten.", "text/plain; charset=utf-8");

        _backend.Advance(OneSecond);
        await _backend.SendAsync(HttpMethod.Delete, "/me", launch).ShouldChallengeAsync(Stale);
        await _backend.SendAsync(HttpMethod.Delete, "/me").ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task A_token_of_one_kind_is_not_taken_for_one_of_the_other()
    {
        var launch = Launch();
        var session = await SessionTokens.BeginAsync(_backend, launch);

        await _backend.GetAsync("/session", "Bearer " + session.RefreshToken).ShouldChallengeAsync("Bearer");
        await SessionTokens.TryRefreshAsync(_backend, session.AccessToken).ShouldChallengeAsync("Bearer");
        await SessionTokens.TryRefreshAsync(_backend, launch["Bearer ".Length..]).ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public async Task Tokens_of_another_back_end_and_tokens_that_were_changed_are_refused()
    {
        using var other = new Backend();
        var session = await SessionTokens.BeginAsync(_backend, Launch());
        var (token, middle) = (session.RefreshToken, session.RefreshToken.Length / 2);
        var changed = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];

        await other.GetAsync("/session", session.Authorization).ShouldChallengeAsync("Bearer");
        await SessionTokens.TryRefreshAsync(other, session.RefreshToken).ShouldChallengeAsync("Bearer");
        await SessionTokens.TryRefreshAsync(_backend, changed).ShouldChallengeAsync("Bearer");
    }

    [Fact]
    public Task A_refresh_token_that_does_not_say_when_its_launch_was_is_refused()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "42")], "Session"));
        var properties = new AuthenticationProperties { ExpiresUtc = DateTimeOffset.MaxValue };
        var ticket = new AuthenticationTicket(user, properties, SessionSchemes.Token);

        return SessionTokens.TryRefreshAsync(_backend, Schemes.RefreshTokenProtector.Protect(ticket)).ShouldChallengeAsync("Bearer");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    [InlineData("%00")]
    [InlineData("\u0000")]
    [InlineData("токен")]
    public Task Garbage_in_place_of_a_refresh_token_is_refused(string? garbage) =>
        SessionTokens.TryRefreshAsync(_backend, garbage).ShouldChallengeAsync("Bearer");

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"refreshToken":1}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_no_request_to_refresh_is_a_bad_request(string body, string contentType, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await _backend.SendAsync(HttpMethod.Post, "/session/refresh", body: content);

        Assert.Equal(status, response.StatusCode);
    }

    public void Dispose() => _backend.Dispose();

    private BearerTokenOptions Schemes =>
        _backend.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(SessionSchemes.Token);

    private string Launch() => "Bearer " + _backend.SignLaunch();
}
