namespace VkMiniApp.Tests;

/// <summary>
/// A launch inside Odnoklassniki names a user of another number space. It's refused unless the app's owner opts in, and never gives
/// that user's id as one of VK's.
/// </summary>
public class OdnoklassnikiTests
{
    private static readonly (string, string?)[] Launch = [("vk_client", "ok"), ("vk_ok_user_id", "5"), ("vk_ok_app_id", "512")];

    private static readonly VkLaunchParamsVerifier OptedIn = Example.Verifier(options => options.AllowOdnoklassniki = true);

    [Fact]
    public void Launch_is_refused_by_default() =>
        Assert.Equal(VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Verdict(Example.Query(Launch)));

    [Fact]
    public void Launch_is_refused_in_whatever_order_its_parameters_come()
    {
        var backwards = string.Join('&', Example.Query(Launch).Split('&').Reverse());
        var withoutUser = string.Join('&', Example.Query(("vk_client", "ok"), ("vk_ok_app_id", "512")).Split('&').Reverse());

        Assert.Equal(VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Verdict(backwards));
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(withoutUser));
    }

    [Theory]
    [InlineData("vk_client", "ok")]
    [InlineData("vk_ok_user_id", "5")]
    [InlineData("vk_ok_app_id", "512")]
    [InlineData("vk_ok_app_id", "")]
    public void One_sign_of_odnoklassniki_is_enough_to_refuse_it_or_to_miss_its_user(string name, string value)
    {
        var token = Example.Query((name, value), ("vk_user_id", "494075"));
        var expected = name == "vk_ok_user_id" ? VkLaunchFailure.OdnoklassnikiNotAllowed : VkLaunchFailure.MissingParameter;

        Assert.Equal(expected, Example.Verdict(token));
        Assert.NotEqual(494075, OptedIn.Verify(token).LaunchParams?.UserId);
    }

    [Theory]
    [InlineData("vk_client", "OK")]
    [InlineData("vk_client", "")]
    [InlineData("vk_client", "vk")]
    [InlineData("vk_ok", "1")]
    [InlineData("vk_ok_user_i", "5")]
    public void Other_names_and_clients_are_not_odnoklassniki(string name, string value) =>
        Assert.False(Example.Launch((name, value)).IsOdnoklassniki);

    [Fact]
    public void User_of_odnoklassniki_is_never_a_user_of_VK()
    {
        var launch = OptedIn.Verify(Example.Query(Launch)).LaunchParams!;

        Assert.True(launch.IsOdnoklassniki);
        Assert.Equal(0, launch.UserId);
        Assert.Equal(5, launch.OkUserId);
        Assert.Equal(512, launch.OkAppId);
        Assert.Equal("494075", launch["vk_user_id"]);
    }

    [Fact]
    public void Community_profile_conversation_and_accesses_of_odnoklassniki_are_never_those_of_VK()
    {
        (string, string?)[] more =
        [
            ("vk_group_id", "7"), ("vk_viewer_group_role", "admin"), ("vk_profile_id", "8"), ("vk_chat_id", "9"), ("vk_testing_group_id", "10"),
        ];
        var ok = OptedIn.Verify(Example.Query([.. Launch, .. more])).LaunchParams!;
        var vk = OptedIn.Verify(Example.Query(more)).LaunchParams!;

        Assert.Equal((null, null, null, null, null), (ok.GroupId, ok.ViewerGroupRole, ok.ProfileId, ok.ChatId, ok.TestingGroupId));
        Assert.Empty(ok.Scopes);
        Assert.Equal(("7", "admin", "friends,photos"), (ok["vk_group_id"], ok["vk_viewer_group_role"], ok["vk_access_token_settings"]));
        Assert.Equal((7, VkGroupRole.Admin, 8, "9", 10), (vk.GroupId, vk.ViewerGroupRole, vk.ProfileId, vk.ChatId, vk.TestingGroupId));
    }

    [Fact]
    public void User_of_VK_need_not_be_there() =>
        Assert.Equal(VkLaunchFailure.None, Example.Verdict(Example.Query([.. Launch, ("vk_user_id", null)]), OptedIn));

    [Fact]
    public void User_of_odnoklassniki_must_be_there() => Assert.Equal(
        VkLaunchFailure.MissingParameter, Example.Verdict(Example.Query(("vk_client", "ok"), ("vk_ok_app_id", "512")), OptedIn));

    [Fact]
    public void User_0_of_odnoklassniki_is_nobody() =>
        Assert.Equal(VkLaunchFailure.NoUser, Example.Verdict(Example.Query([.. Launch, ("vk_ok_user_id", "0")]), OptedIn));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("five")]
    [InlineData("9223372036854775808")]
    public void User_of_odnoklassniki_that_is_no_number_is_malformed(string id) =>
        Assert.Equal(VkLaunchFailure.Malformed, Example.Verdict(Example.Query([.. Launch, ("vk_ok_user_id", id)]), OptedIn));

    [Fact]
    public void App_of_odnoklassniki_that_is_no_number_reads_as_absent() =>
        Assert.Null(OptedIn.Verify(Example.Query([.. Launch, ("vk_ok_app_id", "CBA")])).LaunchParams!.OkAppId);

    [Theory]
    [InlineData("1760000000")]
    [InlineData("1760000000000")]
    [InlineData("1760000000999")]
    public void Time_is_in_seconds_or_in_milliseconds(string timestamp)
    {
        var launch = OptedIn.Verify(Example.Query([.. Launch, ("vk_ts", timestamp)])).LaunchParams;

        Assert.Equal(Example.Now, launch?.Timestamp.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("1759996399999", VkLaunchFailure.Expired)]
    [InlineData("1759996400000", VkLaunchFailure.None)]
    [InlineData("1760000060999", VkLaunchFailure.None)]
    [InlineData("1760000061000", VkLaunchFailure.NotYetValid)]
    [InlineData("100000000000", VkLaunchFailure.NotYetValid)]
    [InlineData("100000000001", VkLaunchFailure.Expired)]
    [InlineData("9223372036854775807", VkLaunchFailure.NotYetValid)]
    public void Time_in_milliseconds_is_judged_by_the_same_rule(string timestamp, VkLaunchFailure expected) =>
        Assert.Equal(expected, Example.Verdict(Example.Query([.. Launch, ("vk_ts", timestamp)]), OptedIn));

    [Fact]
    public void Time_of_a_launch_inside_VK_is_never_milliseconds() =>
        Assert.Equal(VkLaunchFailure.NotYetValid, Example.Verdict(Example.Query(("vk_ts", "1760000000000")), OptedIn));

    [Fact]
    public void Opting_in_changes_nothing_for_launches_inside_VK()
    {
        Assert.Equal(494075, OptedIn.Verify(Example.Query()).LaunchParams!.UserId);
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Example.Query(("vk_user_id", null)), OptedIn));
        Assert.Equal(VkLaunchFailure.NoUser, Example.Verdict(Example.Query(("vk_user_id", "0")), OptedIn));
    }

    [Fact]
    public void Forged_launch_is_refused_as_forged_before_anything_else()
    {
        var forged = Example.Query(Launch).With("vk_ok_user_id=5", "vk_ok_user_id=6");

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(forged));
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(forged, OptedIn));
    }
}
