using MaxMiniApp;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniAppBackend.Tests;

/// <summary>The endpoints of Telegram and of MAX, and what keeps the three platforms apart.</summary>
public sealed class MessengerRefusalTests : IDisposable
{
    private readonly Backend _backend = new();

    private static TelegramUser TelegramUser { get; } = new() { Id = 42, FirstName = "Ada" };

    private static MaxUser MaxUser { get; } = new() { Id = 42, FirstName = "Ada" };

    [Theory]
    [InlineData("/telegram/me", "tma")]
    [InlineData("/max/me", "max")]
    public Task Nobody_gets_in_without_a_token(string path, string word) => _backend.GetAsync(path).ShouldChallengeAsync(word);

    [Theory]
    [InlineData("/telegram/me", "tma")]
    [InlineData("/max/me", "max")]
    public Task Empty_init_data_counts_as_no_credentials(string path, string word) =>
        _backend.GetAsync(path, word + " ").ShouldChallengeAsync(word);

    [Theory]
    [InlineData("/telegram/me", "tma", "x")]
    [InlineData("/telegram/me", "tma", "a=1&b=2")]
    [InlineData("/telegram/me", "tma", "auth_date=1700000000&hash=")]
    [InlineData("/telegram/me", "tma", "%%%&&&===")]
    [InlineData("/max/me", "max", "x")]
    [InlineData("/max/me", "max", "a=1&b=2")]
    [InlineData("/max/me", "max", "auth_date=1700000000&hash=")]
    [InlineData("/max/me", "max", "%%%&&&===")]
    public Task What_is_no_init_data_is_refused(string path, string word, string token) =>
        _backend.GetAsync(path, $"{word} {token}").ShouldChallengeAsync(word + " error=\"invalid_token\"");

    [Fact]
    public async Task Init_data_under_another_bots_token_is_refused()
    {
        await _backend.GetAsync("/telegram/me", "tma " + _backend.Sign(TelegramUser, "9000000000000000:a-guess"))
            .ShouldChallengeAsync("tma error=\"invalid_token\"");
        await _backend.GetAsync("/max/me", "max " + _backend.Sign(MaxUser, "a-guess"))
            .ShouldChallengeAsync("max error=\"invalid_token\"");
    }

    [Fact]
    public async Task A_user_that_was_changed_breaks_the_proof()
    {
        await _backend.GetAsync("/telegram/me", "tma " + AsUserOne(_backend.Sign(TelegramUser)))
            .ShouldChallengeAsync("tma error=\"invalid_token\"");
        await _backend.GetAsync("/max/me", "max " + AsUserOne(_backend.Sign(MaxUser)))
            .ShouldChallengeAsync("max error=\"invalid_token\"");
    }

    [Fact]
    public async Task Init_data_of_exactly_a_day_is_good_and_a_second_later_the_page_is_told_that_it_expired()
    {
        const string Answer = """{"id":42,"firstName":"Ada","language":null}""";
        const string Json = "application/json; charset=utf-8";
        var (telegram, max) = ("tma " + _backend.Sign(TelegramUser), "max " + _backend.Sign(MaxUser));

        _backend.Advance(TimeSpan.FromDays(1));
        await _backend.GetAsync("/telegram/me", telegram).ShouldAnswerAsync(Answer, Json);
        await _backend.GetAsync("/max/me", max).ShouldAnswerAsync(Answer, Json);

        _backend.Advance(TimeSpan.FromSeconds(1));
        await _backend.GetAsync("/telegram/me", telegram)
            .ShouldChallengeAsync("tma error=\"invalid_token\", error_description=\"The init data has expired\", reason=\"expired\"");
        await _backend.GetAsync("/max/me", max)
            .ShouldChallengeAsync("max error=\"invalid_token\", error_description=\"The init data has expired\", reason=\"expired\"");
    }

    [Fact]
    public async Task A_launch_of_one_platform_is_not_enough_on_the_endpoint_of_another()
    {
        var vk = "Bearer " + _backend.Sign(new VkLaunchParamsDescriptor { UserId = 42 });
        var (telegram, max) = ("tma " + _backend.Sign(TelegramUser), "max " + _backend.Sign(MaxUser));

        await _backend.GetAsync("/me", telegram).ShouldForbidAsync();
        await _backend.GetAsync("/me", max).ShouldForbidAsync();
        await _backend.GetAsync("/telegram/me", vk).ShouldChallengeAsync("tma");
        await _backend.GetAsync("/telegram/me", max).ShouldChallengeAsync("tma");
        await _backend.GetAsync("/max/me", vk).ShouldChallengeAsync("max");
        await _backend.GetAsync("/max/me", telegram).ShouldChallengeAsync("max");
    }

    [Fact]
    public async Task A_launch_of_one_platform_behind_the_word_of_another_is_refused()
    {
        await _backend.GetAsync("/telegram/me", "tma " + _backend.Sign(MaxUser)).ShouldChallengeAsync("tma error=\"invalid_token\"");
        await _backend.GetAsync("/max/me", "max " + _backend.Sign(TelegramUser)).ShouldChallengeAsync("max error=\"invalid_token\"");
        await _backend.GetAsync("/me", "Bearer " + _backend.Sign(TelegramUser)).ShouldChallengeAsync("Bearer error=\"invalid_token\"");
    }

    public void Dispose() => _backend.Dispose();

    private static string AsUserOne(string initData)
    {
        Assert.Contains("%3A42%2C", initData, StringComparison.Ordinal);
        return initData.Replace("%3A42%2C", "%3A1%2C", StringComparison.Ordinal);
    }
}
