namespace VkMiniApp.Tests;

/// <summary>Each typed property where its parameter is there, where it isn't, and where VK sends what the type can't hold.</summary>
public class VkLaunchParamsTests
{
    /// <summary>A launch that holds nothing beyond what every launch must.</summary>
    private static readonly VkLaunchParams Bare = Example.Launch(
        ("vk_access_token_settings", null), ("vk_are_notifications_enabled", null), ("vk_is_app_user", null), ("vk_is_favorite", null),
        ("vk_language", null), ("vk_platform", null), ("vk_ref", null));

    [Fact]
    public void Required_parameters_are_read()
    {
        Assert.Equal(51000001, Bare.AppId);
        Assert.Equal(494075, Bare.UserId);
        Assert.Equal(new DateTimeOffset(2025, 10, 9, 8, 53, 20, TimeSpan.Zero), Bare.Timestamp);
        Assert.Equal(["vk_app_id", "vk_ts", "vk_user_id"], Bare.Values.Select(value => value.Key), StringComparer.Ordinal);
    }

    [Fact]
    public void User_id_passes_32_bits() => Assert.Equal(869_612_836_901, Example.Launch(("vk_user_id", "869612836901")).UserId);

    [Fact]
    public void Text_is_read_as_it_is()
    {
        var launch = Example.Launch(
            ("vk_language", "be"), ("vk_ref", "story1_2_a"), ("vk_chat_id", "Y2hhdA85"), ("vk_request_key", "a=1&b=2"),
            ("vk_experiment", "{}"));

        Assert.Equal("be", launch.Language);
        Assert.Equal("story1_2_a", launch.Ref);
        Assert.Equal("Y2hhdA85", launch.ChatId);
        Assert.Equal("a=1&b=2", launch.RequestKey);
        Assert.Equal("{}", launch.Experiment);
    }

    [Fact]
    public void Text_that_is_absent_is_null_and_language_is_empty()
    {
        Assert.Equal("", Bare.Language);
        Assert.Null(Bare.Ref);
        Assert.Null(Bare.ChatId);
        Assert.Null(Bare.RequestKey);
        Assert.Null(Bare.Experiment);
    }

    /// <summary>Whether VK sends nothing or leaves the parameter out is no matter to an application.</summary>
    [Fact]
    public void Empty_value_reads_as_absent_and_is_there_by_name()
    {
        string[] names =
        [
            "vk_platform", "vk_language", "vk_access_token_settings", "vk_ref", "vk_group_id", "vk_viewer_group_role", "vk_chat_id", "vk_profile_id",
            "vk_request_key", "vk_experiment", "vk_testing_group_id", "vk_is_favorite",
        ];
        var launch = Example.Launch([.. names.Select(name => (name, (string?)""))]);

        Assert.Equal((default, "", null), (launch.Platform, launch.Language, launch.ViewerGroupRole));
        Assert.Equal((null, null, null, null), (launch.Ref, launch.ChatId, launch.RequestKey, launch.Experiment));
        Assert.Equal((null, null, null), (launch.GroupId, launch.ProfileId, launch.TestingGroupId));
        Assert.Empty(launch.Scopes);
        Assert.False(launch.IsFavorite);
        Assert.All(names, name => Assert.Equal("", launch[name]));
    }

    [Fact]
    public void Number_is_read_or_absent_where_it_is_unreadable()
    {
        var numbers = new Dictionary<string, Func<VkLaunchParams, long?>>(StringComparer.Ordinal)
        {
            ["vk_group_id"] = launch => launch.GroupId,
            ["vk_profile_id"] = launch => launch.ProfileId,
            ["vk_testing_group_id"] = launch => launch.TestingGroupId,
        };

        Assert.All(numbers, number =>
        {
            Assert.Equal(390905753, number.Value(Example.Launch((number.Key, "390905753"))));
            Assert.Equal(0, number.Value(Example.Launch((number.Key, "0"))));
            Assert.Null(number.Value(Bare));
            Assert.All(
                ["", "-1", "club1", "1 ", "9223372036854775808"],
                text => Assert.Null(number.Value(Example.Launch((number.Key, text)))));
        });
    }

    [Fact]
    public void Flag_is_set_by_1_and_by_nothing_else()
    {
        var flags = new Dictionary<string, Func<VkLaunchParams, bool>>(StringComparer.Ordinal)
        {
            ["vk_are_notifications_enabled"] = launch => launch.AreNotificationsEnabled,
            ["vk_is_app_user"] = launch => launch.IsAppUser,
            ["vk_is_favorite"] = launch => launch.IsFavorite,
            ["vk_has_profile_button"] = launch => launch.HasProfileButton,
            ["vk_is_recommended"] = launch => launch.IsRecommended,
            ["vk_is_play_machine"] = launch => launch.IsPlayMachine,
            ["vk_is_widescreen"] = launch => launch.IsWidescreen,
        };

        Assert.All(flags, flag =>
        {
            Assert.True(flag.Value(Example.Launch((flag.Key, "1"))));
            Assert.False(flag.Value(Bare));
            Assert.All(["0", "", "2", "true", "01", "1 "], text => Assert.False(flag.Value(Example.Launch((flag.Key, text)))));
        });
    }

    [Theory]
    [InlineData("friends", "friends")]
    [InlineData("friends,photos,wall", "friends photos wall")]
    [InlineData(",friends,,photos,", "friends photos")]
    [InlineData(",", "")]
    [InlineData("", "")]
    public void Scopes_are_what_stands_between_commas(string value, string expected) =>
        Assert.Equal(expected, string.Join(' ', Example.Launch(("vk_access_token_settings", value)).Scopes));

    [Fact]
    public void Scopes_that_are_absent_are_none() => Assert.Empty(Bare.Scopes);

    [Fact]
    public void Role_is_that_in_the_community_and_absent_without_one()
    {
        Assert.Equal(VkGroupRole.Admin, Example.Launch(("vk_viewer_group_role", "admin")).ViewerGroupRole);
        Assert.Equal(new VkGroupRole("owner"), Example.Launch(("vk_viewer_group_role", "owner")).ViewerGroupRole);
        Assert.Null(Bare.ViewerGroupRole);
    }

    [Fact]
    public void Platform_is_that_of_the_launch_and_default_without_one()
    {
        Assert.Equal(VkPlatform.MobileIPhone, Example.Launch(("vk_platform", "mobile_iphone")).Platform);
        Assert.Equal("smart_fridge", Example.Launch(("vk_platform", "smart_fridge")).Platform.Value);
        Assert.Equal(default, Bare.Platform);
    }

    [Fact]
    public void Launch_outside_odnoklassniki_has_none_of_its_ids()
    {
        Assert.False(Bare.IsOdnoklassniki);
        Assert.Null(Bare.OkUserId);
        Assert.Null(Bare.OkAppId);
    }

    [Fact]
    public void Time_beyond_the_year_9999_is_refused_and_not_an_exception()
    {
        var token = Example.Query(("vk_ts", "9223372036854775807"));

        Assert.Equal(VkLaunchFailure.NotYetValid, Example.Verdict(token));
        Assert.True(VkLaunchParams.TryParseUnverified(token, out var unverified));
        Assert.Equal(9999, unverified.Timestamp.Year);
    }

    [Fact]
    public void Time_beyond_the_year_9999_is_the_last_second_where_the_clock_skew_lets_it_in()
    {
        var verifier = Example.Verifier(options => options.ClockSkew = TimeSpan.MaxValue);

        var launch = verifier.Verify(Example.Query(("vk_ts", "300000000000"))).LaunchParams;

        Assert.Equal(253402300799, launch?.Timestamp.ToUnixTimeSeconds());
    }

    [Fact]
    public void Launch_is_told_from_other_tokens_whoever_made_it()
    {
        Assert.All(
            [Example.Query(), Example.ToBase64(Example.Query()), "https://example.com/?vk_app_id=1&vk_app_id=2", "{\"vk_app_id\":1}", "vk_x&a"],
            token => Assert.True(VkLaunchParams.LooksLikeLaunch(token)));
        Assert.All(
            ["", "a.b.c", "a=1&b=2", "user=x&auth_date=1&hash=2", "{}", "vk_app_id=x&vk_ts=1", "?" + new string('x', 8192) + "&vk_ts=1"],
            token => Assert.False(VkLaunchParams.LooksLikeLaunch(token)));
    }

    [Fact]
    public void Value_is_found_by_its_exact_name()
    {
        Assert.Equal("494075", Bare["vk_user_id"]);
        Assert.Null(Bare["vk_user_i"]);
        Assert.Null(Bare["VK_USER_ID"]);
        Assert.Null(Bare["sign"]);
        Assert.Null(Bare[""]);
    }
}
