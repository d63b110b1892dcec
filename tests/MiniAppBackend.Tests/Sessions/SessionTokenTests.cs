using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>A launch exchanged for tokens.</summary>
public sealed class SessionTokenTests : IDisposable
{
    private const string Json = "application/json; charset=utf-8";
    private const string Answer = """{"id":42,"by":"session"}""";

    private const string Stale =
        "Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent launch is required\", reason=\"stale\", max_age=\"300\"";

    private const string Expired = "Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"";
    private const string SessionExpired = "Bearer error=\"invalid_token\", error_description=\"The session's token has expired\", reason=\"expired\"";
    private const string SessionEnded = "Bearer error=\"invalid_token\", error_description=\"The session has ended\", reason=\"expired\"";

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    private readonly Backend _backend = new();

    [Fact]
    public async Task A_session_goes_on_after_its_launch_has_expired()
    {
        var launch = Launch();
        _backend.Advance(OneHour);
        var session = await SessionTokens.BeginAsync(_backend, launch);

        Assert.Equal(("Bearer", 900), (session.TokenType, session.ExpiresIn));
        _backend.Advance(TimeSpan.FromMinutes(15) - OneSecond);
        await _backend.GetAsync("/session", launch).ShouldChallengeAsync(Expired);
        await _backend.GetAsync("/session", session.Authorization).ShouldAnswerAsync(Answer, Json);

        _backend.Advance(OneSecond);
        await _backend.GetAsync("/session", session.Authorization).ShouldChallengeAsync(SessionExpired);
        session = await session.RefreshAsync(_backend);
        await _backend.GetAsync("/session", session.Authorization).ShouldAnswerAsync(Answer, Json);
    }

    [Fact]
    public async Task No_number_of_renewals_makes_a_session_outlive_a_day_after_its_launch()
    {
        var session = await SessionTokens.BeginAsync(_backend, Launch());
        for (var hours = 0; hours < 23; hours++)
        {
            _backend.Advance(OneHour);
            session = await session.RefreshAsync(_backend);
        }

        _backend.Advance(OneHour);
        await SessionTokens.TryRefreshAsync(_backend, session.RefreshToken).ShouldChallengeAsync(SessionEnded);
    }

    [Fact]
    public async Task A_session_opens_nothing_that_needs_what_ages()
    {
        var launch = new VkLaunchParamsDescriptor { UserId = 42, GroupId = 7, ViewerGroupRole = VkGroupRole.Admin, Language = "ru" };
        var session = await SessionTokens.BeginAsync(_backend, "Bearer " + _backend.Sign(launch));

        await _backend.GetAsync("/russian", session.Authorization).ShouldForbidAsync();
        await _backend.GetAsync("/community/settings", session.Authorization).ShouldForbidAsync();
        await _backend.GetAsync("/community", session.Authorization).ShouldForbidAsync();
        await _backend.SendAsync(HttpMethod.Delete, "/me", session.Authorization).ShouldChallengeAsync(Stale);
    }

    [Fact]
    public async Task A_session_tells_who_is_there_as_its_launch_does()
    {
        var launch = "Bearer " + _backend.Sign(new VkLaunchParamsDescriptor { UserId = 42, Platform = VkPlatform.MobileIPad, Language = "en" });
        var session = await SessionTokens.BeginAsync(_backend, launch);

        foreach (var authorization in new[] { launch, session.Authorization, (await session.RefreshAsync(_backend)).Authorization })
        {
            await _backend.GetAsync("/me", authorization).ShouldAnswerAsync("""{"id":42,"platform":"mobile_ipad","language":"en"}""", Json);
        }
    }

    [Fact]
    public async Task A_session_begins_with_a_launch_and_nothing_else()
    {
        var launch = Launch();
        var session = await SessionTokens.BeginAsync(_backend, launch);

        await SessionTokens.TryBeginAsync(_backend, session.Authorization).ShouldChallengeAsync(SessionTokens.NoLaunch);
        await SessionTokens.TryBeginAsync(_backend, null).ShouldChallengeAsync("Bearer");
        await SessionTokens.TryBeginAsync(_backend, "Bearer " + _backend.SignForged()).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
        _backend.Advance(OneHour + OneSecond);
        await SessionTokens.TryBeginAsync(_backend, launch).ShouldChallengeAsync(Expired);
    }

    [Fact]
    public async Task Another_back_end_takes_neither_token()
    {
        using var other = new Backend();
        var session = await SessionTokens.BeginAsync(_backend, Launch());

        await other.GetAsync("/session", session.Authorization).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
        await SessionTokens.TryRefreshAsync(other, session.RefreshToken).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task Users_of_all_platforms_get_a_session()
    {
        foreach (var launch in new[] { "tma " + _backend.Sign(new TelegramMiniApp.TelegramUser { Id = 42 }), "max " + _backend.Sign(new MaxMiniApp.MaxUser { Id = 42 }) })
        {
            var session = await SessionTokens.BeginAsync(_backend, launch);
            await _backend.GetAsync("/session", session.Authorization).ShouldAnswerAsync("""{"id":null,"by":"session"}""", Json);
        }
    }

    public void Dispose() => _backend.Dispose();

    private string Launch() => "Bearer " + _backend.SignLaunch();
}
