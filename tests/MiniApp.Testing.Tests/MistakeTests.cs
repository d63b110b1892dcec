using MaxMiniApp.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TelegramMiniApp.Testing;
using VkMiniApp;
using VkMiniApp.AspNetCore;
using VkMiniApp.Testing;

namespace MiniApp.Testing.Tests;

/// <summary>A launch that would not be what its test believes it to be is not made.</summary>
public sealed class MistakeTests
{
    private static readonly VkTestLaunch Good = new(42);
    private static readonly VkTestLaunch Dated = new(new VkLaunchParamsDescriptor { UserId = 42, Timestamp = DateTimeOffset.UnixEpoch });

    [Fact]
    public async Task Tampering_that_changes_nothing() => Assert.Equal(
        "The launch says vk_language=ru already: it would not be tampered with.", await RefusalAsync(Good.Tampered("vk_language", "ru")));

    [Fact]
    public async Task A_parameter_twice_that_is_not_there_once() =>
        Assert.Equal("The launch has no parameter vk_group.", await RefusalAsync(Good.Duplicated("vk_group")));

    [Fact]
    public async Task A_parameter_taken_out_that_is_not_there() =>
        Assert.Equal("The launch has no parameter vk_group_id.", await RefusalAsync(Good.Without("vk_group_id")));

    [Fact]
    public async Task A_launch_too_old_for_a_lifetime_without_an_end() => Assert.Equal(
        "No launch has the date that this one would need: "
        + "the scheme's Lifetime is 10675199.02:48:05.4775807, and its ClockSkew 00:01:00.",
        await RefusalAsync(Good.Expired(), options => options.Lifetime = TimeSpan.MaxValue));

    [Fact]
    public async Task A_launch_too_far_ahead_for_a_clock_skew_without_an_end() => Assert.Equal(
        "No launch has the date that this one would need: "
        + "the scheme's Lifetime is 01:00:00, and its ClockSkew 10675199.02:48:05.4775807.",
        await RefusalAsync(Good.DatedAhead(), options => options.ClockSkew = TimeSpan.MaxValue));

    [Fact]
    public void A_date_beside_that_of_the_test()
    {
        const string Message = "The launch names its time itself, so it can't be dated by the scheme's clock.";

        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => Dated.Expired()).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => Dated.DatedAhead()).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => Dated.Aged(TimeSpan.Zero)).Message);
    }

    [Fact]
    public void Names_and_keys_that_are_none()
    {
        Assert.Throws<ArgumentException>(() => Good.Tampered("", "1"));
        Assert.Throws<ArgumentNullException>(() => Good.Tampered("vk_user_id", null!));
        Assert.Throws<ArgumentException>(() => Good.Duplicated(""));
        Assert.Throws<ArgumentException>(() => Good.Without(""));
        Assert.Throws<ArgumentNullException>(() => Good.Changed(null!));
        Assert.Throws<ArgumentException>(() => Good.SignedBy(" "));
    }

    [Fact]
    public void Nothing_in_place_of_a_launch_or_a_host()
    {
        WebApplicationFactory<TestedApp> factory = null!;
        using var client = new HttpClient();
        using var request = new HttpRequestMessage();
        using var app = new TestedApp(schemes => schemes.AddVkMiniApp());

        Assert.Throws<ArgumentNullException>("launch", () => new VkTestLaunch(null!));
        Assert.Throws<ArgumentNullException>("launch", () => new TelegramTestLaunch(null!));
        Assert.Throws<ArgumentNullException>("launch", () => new MaxTestLaunch(null!));
        Assert.Throws<ArgumentNullException>("factory", () => factory.CreateVkClient(Good));
        Assert.Throws<ArgumentNullException>("factory", () => factory.WithClock(TimeProvider.System));
        Assert.Throws<ArgumentNullException>("factory", () => factory.WithTelegramTestKey());
        Assert.Throws<ArgumentNullException>("clock", () => app.WithClock(null!));
        Assert.Throws<ArgumentNullException>("launch", () => app.CreateVkClient(null!));
        Assert.Throws<ArgumentNullException>("services", () => client.WithVkLaunch(null!, Good));
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceProvider)null!).SignVkLaunch(Good));
    }

    private static async Task<string> RefusalAsync(VkTestLaunch launch, Action<VkMiniAppOptions>? configure = null)
    {
        await using var app = new TestedApp(schemes => schemes.AddVkMiniApp(options =>
        {
            options.AddApp(1, "the app's key");
            configure?.Invoke(options);
        }));

        return Assert.Throws<InvalidOperationException>(() => app.CreateVkClient(launch)).Message;
    }
}
