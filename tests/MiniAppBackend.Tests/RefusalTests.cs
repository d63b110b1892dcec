using VkMiniApp;
using VkMiniApp.Testing;

namespace MiniAppBackend.Tests;

public sealed class RefusalTests : IDisposable
{
    private const string NoCredentials = "Bearer";
    private const string InvalidToken = "Bearer error=\"invalid_token\"";

    private readonly Backend _backend = new();

    public static TheoryData<string> Protected { get; } = ["/me", "/russian", "/community", "/community/settings"];

    [Theory]
    [MemberData(nameof(Protected))]
    public Task Nobody_gets_in_without_a_token(string path) => _backend.GetAsync(path).ShouldChallengeAsync(NoCredentials);

    [Theory]
    [MemberData(nameof(Protected))]
    public Task Nobody_gets_in_with_a_token_signed_by_another_key(string path) => _backend
        .GetAsync(path, Admin.Forged())
        .ShouldChallengeAsync(InvalidToken);

    [Fact]
    public Task A_parameter_that_was_changed_breaks_the_signature() => _backend
        .GetAsync("/me", Admin.Tampered("vk_user_id", "1"))
        .ShouldChallengeAsync(InvalidToken);

    [Fact]
    public Task A_parameter_that_was_added_breaks_the_signature() => _backend
        .GetAsync("/me", Admin.Tampered("vk_is_admin", "1"))
        .ShouldChallengeAsync(InvalidToken);

    [Fact]
    public Task A_launch_of_another_app_is_refused_even_under_the_right_key() => _backend
        .GetAsync("/me", Admin.OfAnotherApp())
        .ShouldChallengeAsync(InvalidToken);

    [Fact]
    public Task A_launch_without_a_user_is_refused() => _backend
        .GetAsync("/me", VkTestLaunch.WithoutUser)
        .ShouldChallengeAsync(InvalidToken);

    [Fact]
    public async Task A_launch_of_exactly_an_hour_is_good_and_a_second_later_the_page_is_told_that_it_expired()
    {
        using var client = _backend.CreateClient().WithVkLaunch(_backend.Services, Admin);

        _backend.Advance(TimeSpan.FromHours(1));
        await client.GetAsync("/community")
            .ShouldAnswerAsync("You are 'admin' in community 7.", "text/plain; charset=utf-8");

        _backend.Advance(TimeSpan.FromSeconds(1));
        await client.GetAsync("/community")
            .ShouldChallengeAsync("Bearer error=\"invalid_token\", error_description=\"The launch parameters have expired\", reason=\"expired\"");
    }

    [Fact]
    public Task An_expired_launch_with_a_forged_signature_is_only_forged() => _backend
        .GetAsync("/me", Admin.Expired().Forged())
        .ShouldChallengeAsync(InvalidToken);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer x")]
    [InlineData("Bearer vk_user_id=1")]
    [InlineData("Bearer vk_user_id=1&sign=")]
    [InlineData("Bearer %%%&&&===")]
    [InlineData("VK bm90IGEgcXVlcnk")]
    public Task What_is_no_launch_is_refused(string authorization) =>
        _backend.GetAsync("/me", authorization).ShouldChallengeAsync(InvalidToken);

    [Theory]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.c2ln")]
    public Task What_is_another_schemes_credentials_counts_as_none(string authorization) =>
        _backend.GetAsync("/me", authorization).ShouldChallengeAsync(NoCredentials);

    public void Dispose() => _backend.Dispose();

    private static VkTestLaunch Admin { get; } = new(userId: 42, VkGroupRole.Admin, groupId: 7);
}
