using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VkMiniApp.AspNetCore.Tests;

/// <summary>What the log tells the developer of an application whose settings are hardly what was meant.</summary>
public sealed class DeveloperHintTests : IDisposable
{
    private const string Doubt =
        "Authentication scheme 'VkMiniApp': a key looks like a service key, or like a user's. AppSecret and Apps take the protected key: the app's "
        + "settings at VK have both.";

    private static readonly string ServiceKey = string.Concat(Enumerable.Repeat("0123456789abcdef", 4))[..60];

    private readonly LogCollector _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(
        VkLaunchFailure.InvalidSignature,
        " It was signed with another key, or changed on its way: AppSecret has to be the protected key of this very app, not its service key.")]
    [InlineData(VkLaunchFailure.UnknownApp, " Neither AppId nor Apps has the app that it is of: compare them with vk_app_id in the page's address.")]
    [InlineData(VkLaunchFailure.OdnoklassnikiNotAllowed, " AllowOdnoklassniki lets such launches in.")]
    [InlineData(
        VkLaunchFailure.MissingParameter,
        " It is not what the scheme takes, or not all of it. The query of the page's address, as VK wrote it: location.search without the question mark, "
            + "or that in base64.")]
    [InlineData(VkLaunchFailure.NoUser, "")]
    public async Task Setting_that_may_have_a_launch_refused_is_named(VkLaunchFailure failure, string hint)
    {
        await using var app = await StartAsync(options => options.AddApp(TestLaunch.AppId, TestLaunch.Secret));

        Assert.Equal(401, (await app.GetAsync("/me", "Bearer " + TestLaunch.Refused(failure))).Status);
        Assert.Equal(
            $"VkMiniApp refused a launch: {failure}.{hint}", Assert.Single(_logs.Entries, entry => entry.EventId.Name == "LaunchRefused").Message);
    }

    [Fact]
    public async Task Key_that_looks_like_another_one_of_VKs_is_warned_of_wherever_it_stands()
    {
        foreach (var key in new[] { "vk1.hush-hush", ServiceKey, ServiceKey + "0" })
        {
            foreach (var set in new Action<VkMiniAppOptions>[]
            {
                options => (options.AppId, options.AppSecret) = (1, key),
                options => options.AddApp(1, TestLaunch.Secret, key),
                options =>
                {
                    options.AddApp(1, TestLaunch.Secret);
                    options.AddApp(2, key);
                },
            })
            {
                using var logs = new LogCollector();
                await using var app = await StartAsync(set, logs);

                var entry = Assert.Single(logs.Entries, entry => entry.EventId.Name == "SettingsDoubtful");
                Assert.Equal((LogLevel.Warning, Doubt), (entry.Level, entry.Message));
                logs.AssertSilentAbout(key);
            }
        }
    }

    [Theory]
    [InlineData("VK1.hush-hush")]
    [InlineData("a.vk1.hush-hush")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789a")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    public async Task Key_that_may_be_a_protected_one_is_not(string key)
    {
        await using var app = await StartAsync(options => options.AddApp(1, key));

        Assert.DoesNotContain(_logs.Entries, entry => entry.EventId.Name == "SettingsDoubtful");
    }

    private Task<TestApp> StartAsync(Action<VkMiniAppOptions> configure, LogCollector? logs = null) =>
        TestApp.StartInDevelopmentAsync(logs ?? _logs, builder => builder.AddVkMiniApp(configure));
}
