using System.Buffers.Text;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;
using VkMiniApp.AspNetCore;
using VkMiniApp.Testing;

namespace MiniApp.Testing.Tests;

public sealed class VkTestLaunchTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly VkTestLaunch Good = new(42, VkGroupRole.Admin);

    private static readonly Dictionary<string, (VkTestLaunch Launch, string Verdict)> Launches = new(StringComparer.Ordinal)
    {
        ["good"] = (Good, "42"),
        ["as old as can be"] = (Good.Aged(Lifetime), "42"),
        ["a second older"] = (Good.Aged(Lifetime + Second), nameof(VkLaunchFailure.Expired)),
        ["expired"] = (Good.Expired(), nameof(VkLaunchFailure.Expired)),
        ["as far ahead as can be"] = (Good.Aged(-ClockSkew), "42"),
        ["a second further ahead"] = (Good.Aged(-ClockSkew - Second), nameof(VkLaunchFailure.NotYetValid)),
        ["dated ahead"] = (Good.DatedAhead(), nameof(VkLaunchFailure.NotYetValid)),
        ["forged"] = (Good.Forged(), nameof(VkLaunchFailure.InvalidSignature)),
        ["forged and expired"] = (Good.Forged().Expired(), nameof(VkLaunchFailure.InvalidSignature)),
        ["of another app"] = (Good.OfAnotherApp(), nameof(VkLaunchFailure.UnknownApp)),
        ["tampered with"] = (Good.Tampered("vk_user_id", "1"), nameof(VkLaunchFailure.InvalidSignature)),
        ["with a parameter too many"] = (Good.Tampered("vk_is_admin", "1"), nameof(VkLaunchFailure.InvalidSignature)),
        ["with a parameter twice"] = (Good.Duplicated("vk_user_id"), nameof(VkLaunchFailure.DuplicateParameter)),
        ["without a parameter"] = (Good.Without("vk_viewer_group_role"), nameof(VkLaunchFailure.InvalidSignature)),
        ["without the user's id"] = (Good.Without("vk_user_id"), nameof(VkLaunchFailure.MissingParameter)),
        ["without a signature"] = (Good.Without("sign"), nameof(VkLaunchFailure.MissingParameter)),
        ["malformed"] = (Good.Malformed(), nameof(VkLaunchFailure.Malformed)),
        ["without a user"] = (VkTestLaunch.WithoutUser, nameof(VkLaunchFailure.NoUser)),
        ["in base64"] = (Good.Changed(query => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query))), "42"),
        ["empty"] = (Good.Changed(_ => ""), nameof(VkLaunchFailure.Malformed)),
        ["of a time of its own"] = (new VkTestLaunch(Parameters(DateTimeOffset.UnixEpoch)), nameof(VkLaunchFailure.Expired)),
        ["from Odnoklassniki"] = (Odnoklassniki(), nameof(VkLaunchFailure.OdnoklassnikiNotAllowed)),
    };

    [Fact]
    public async Task The_handler_gives_each_launch_the_verdict_that_it_was_made_for()
    {
        await using var app = CreateApp();
        await using var factory = app.WithClock(out _);

        await Launches.ShouldGetTheirVerdictsAsync(launch => factory.CreateVkClient(launch));
    }

    [Fact]
    public void Every_failure_has_a_launch_that_is_made_for_it() => Assert.Empty(
        Enum.GetNames<VkLaunchFailure>()
            .Except([nameof(VkLaunchFailure.None), .. Launches.Values.Select(launch => launch.Verdict)], StringComparer.Ordinal));

    [Fact]
    public async Task Launches_are_judged_by_the_systems_clock_where_the_test_gives_none()
    {
        await using var app = CreateApp();
        using var good = app.CreateVkClient(42);
        using var expired = app.CreateVkClient(Good.Expired());
        using var ahead = app.CreateVkClient(Good.DatedAhead());

        Assert.Equal(
            ["42", "Expired", "NotYetValid"],
            [await good.GetVerdictAsync(), await expired.GetVerdictAsync(), await ahead.GetVerdictAsync()]);
    }

    [Theory]
    [InlineData(null, null, "vk_group_id= vk_viewer_group_role=")]
    [InlineData("editor", null, "vk_group_id=1 vk_viewer_group_role=editor")]
    [InlineData("editor", 7L, "vk_group_id=7 vk_viewer_group_role=editor")]
    [InlineData(null, 7L, "vk_group_id=7 vk_viewer_group_role=")]
    public async Task A_role_is_one_in_a_community(string? role, long? groupId, string expected)
    {
        await using var app = CreateApp();

        var launch = new VkTestLaunch(42, role is null ? null : new VkGroupRole(role), groupId);

        Assert.True(VkLaunchParams.TryParseUnverified(app.Services.SignVkLaunch(launch), out var signed));
        Assert.Equal(expected, $"vk_group_id={signed.GroupId} vk_viewer_group_role={signed.ViewerGroupRole}");
    }

    [Theory]
    [InlineData(6736218L, "42")]
    [InlineData(7000001L, "42")]
    [InlineData(7000002L, nameof(VkLaunchFailure.UnknownApp))]
    public async Task A_launch_is_of_any_app_that_the_scheme_knows(long appId, string verdict)
    {
        await using var app = CreateApp(options => options.AddApp(7000001, "another app's key"));
        using var client = app.CreateVkClient(Good.OfApp(appId));

        Assert.Equal(verdict, await client.GetVerdictAsync());
    }

    [Theory]
    [InlineData("the new key", "42")]
    [InlineData("the old key", "42")]
    [InlineData("the oldest key", nameof(VkLaunchFailure.InvalidSignature))]
    public async Task A_launch_is_signed_with_any_key(string secret, string verdict)
    {
        await using var app = new TestedApp(schemes => schemes.AddVkMiniApp(options => options.AddApp(1, "the new key", "the old key")));
        using var client = app.CreateVkClient(Good.SignedBy(secret));

        Assert.Equal(verdict, await client.GetVerdictAsync());
    }

    [Fact]
    public async Task Apps_that_were_added_without_an_AppId_are_enough()
    {
        await using var app = new TestedApp(schemes => schemes.AddVkMiniApp(options =>
        {
            options.AddApp(1, "the new key", "the old key");
            options.AddApp(2, "another app's key");
        }));

        using var first = app.CreateVkClient(42);
        using var second = app.CreateVkClient(Good.OfApp(2));
        using var another = app.CreateVkClient(Good.OfAnotherApp());

        Assert.Equal(
            ["42", "42", "UnknownApp"],
            [await first.GetVerdictAsync(), await second.GetVerdictAsync(), await another.GetVerdictAsync()]);
    }

    [Fact]
    public async Task Two_schemes_sign_each_with_its_own_settings()
    {
        await using var app = new TestedApp(schemes => schemes
            .AddVkMiniApp("Game", options => options.AddApp(1, "the game's key"))
            .AddVkMiniApp("Shop", options => options.AddApp(2, "the shop's key")));
        using var game = app.CreateVkClient(42, scheme: "Game");
        using var shop = app.CreateClient().WithVkLaunch(app.Services, Good, "Shop");

        Assert.Equal(["42", "UnknownApp"], [await game.GetVerdictAsync("Game"), await game.GetVerdictAsync("Shop")]);
        Assert.Equal(["UnknownApp", "42"], [await shop.GetVerdictAsync("Game"), await shop.GetVerdictAsync("Shop")]);
    }

    private static TestedApp CreateApp(Action<VkMiniAppOptions>? configure = null) => new(schemes => schemes.AddVkMiniApp(options =>
    {
        options.AppId = 6736218;
        options.AppSecret = "the protected key";
        options.Lifetime = Lifetime;
        options.ClockSkew = ClockSkew;
        configure?.Invoke(options);
    }));

    private static VkLaunchParamsDescriptor Parameters(DateTimeOffset timestamp) => new() { UserId = 42, Timestamp = timestamp };

    private static VkTestLaunch Odnoklassniki() => new(new VkLaunchParamsDescriptor
    {
        UserId = 7,
        Additional = new Dictionary<string, string>(StringComparer.Ordinal) { ["vk_client"] = "ok", ["vk_ok_user_id"] = "5" },
    });
}
