namespace VkMiniApp.Tests;

/// <summary>A token with several faults gets the first of them in one fixed order, and the signature is judged before the clock.</summary>
public class VkLaunchFailureTests
{
    private const string Old = "1600000000";
    private const string Future = "1900000000";

    /// <summary>Each fault together with every fault that comes after it in the order and can stand beside it.</summary>
    public static TheoryData<VkLaunchFailure, string> Tokens => new()
    {
        { VkLaunchFailure.Malformed, $"vk_ts=x&vk_ts={Old}&vk_ok_app_id=1&vk_app_id=2&sign=x" },
        { VkLaunchFailure.Malformed, $"vk_ref=1&vk_ref=2&vk_app_id=2&vk_ts={Old}&vk_ref=%" },
        { VkLaunchFailure.Malformed, $"sign=1&sign=2&vk_app_id=2&vk_ts={Old}&vk_user_id=x" },
        { VkLaunchFailure.DuplicateParameter, $"vk_ref=1&vk_ref=2&vk_app_id=2&vk_ts={Old}" },
        { VkLaunchFailure.MissingParameter, $"vk_app_id=2&vk_ts={Old}&vk_user_id=0" },
        { VkLaunchFailure.MissingParameter, $"vk_app_id=2&vk_ts={Old}&vk_user_id=0&sign=x&vk_ok_app_id=1" },
        { VkLaunchFailure.UnknownApp, $"vk_app_id=2&vk_ts={Old}&vk_user_id=0&sign=x" },
        { VkLaunchFailure.InvalidSignature, $"vk_app_id=51000001&vk_ts={Old}&vk_user_id=0&sign=x" },
        { VkLaunchFailure.InvalidSignature, $"vk_app_id=51000001&vk_ts={Future}&vk_user_id=0&sign=x&vk_client=ok&vk_ok_user_id=0" },
        { VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Query(("vk_client", "ok"), ("vk_ok_user_id", "0"), ("vk_ts", Old)) },
        { VkLaunchFailure.OdnoklassnikiNotAllowed, Example.Query(("vk_client", "ok"), ("vk_ok_user_id", "0"), ("vk_ts", Future)) },
        { VkLaunchFailure.Expired, Example.Query(("vk_ts", Old), ("vk_user_id", "0")) },
        { VkLaunchFailure.NotYetValid, Example.Query(("vk_ts", Future), ("vk_user_id", "0")) },
        { VkLaunchFailure.NoUser, Example.Query(("vk_user_id", "0")) },
        { VkLaunchFailure.None, Example.Query() },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void First_fault_in_the_order_is_the_verdict(VkLaunchFailure expected, string token) =>
        Assert.Equal(expected, Example.Verdict(token));

    [Fact]
    public void Order_is_that_of_the_enumeration() =>
        Assert.Equal(Tokens.Select(row => row.Data.Item1).SkipLast(1).Distinct(), Enum.GetValues<VkLaunchFailure>().Skip(1));

    [Fact]
    public void Forged_time_says_nothing_about_time()
    {
        var forged = Example.Query().With("vk_ts=1760000000", "vk_ts=" + Old);

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(forged));
    }

    [Fact]
    public void Forged_user_of_zero_says_nothing_about_the_user()
    {
        var forged = Example.Query().With("vk_user_id=494075", "vk_user_id=0");

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(forged));
    }

    [Fact]
    public void Signature_alone_is_right_for_a_launch_that_is_old_or_for_nobody_or_without_a_time()
    {
        var verifier = Example.Verifier();

        Assert.True(verifier.HasValidSignature(Example.Query(("vk_ts", Old))));
        Assert.True(verifier.HasValidSignature(Example.Query(("vk_ts", Future))));
        Assert.True(verifier.HasValidSignature(Example.Query(("vk_user_id", "0"))));
        Assert.True(verifier.HasValidSignature(Example.Query(("vk_ts", null))));
        Assert.True(verifier.HasValidSignature(Example.Query(("vk_client", "ok"))));
    }

    [Fact]
    public void Signature_alone_is_wrong_for_what_is_malformed_or_twice_there_or_of_another_app_or_forged()
    {
        var verifier = Example.Verifier();
        var valid = Example.Query();

        Assert.False(verifier.HasValidSignature(default));
        Assert.False(verifier.HasValidSignature(valid + "&vk_x=%"));
        Assert.False(verifier.HasValidSignature(valid + "&vk_ref=other"));
        Assert.False(verifier.HasValidSignature(valid + valid[valid.IndexOf("&sign=", StringComparison.Ordinal)..]));
        Assert.False(verifier.HasValidSignature(Example.Query(("vk_app_id", null))));
        Assert.False(verifier.HasValidSignature(Example.Query(("vk_app_id", "2"))));
        Assert.False(verifier.HasValidSignature(valid.With("vk_is_favorite=0", "vk_is_favorite=1")));
        Assert.False(verifier.HasValidSignature(valid.AsSpan(0, valid.IndexOf("&sign=", StringComparison.Ordinal))));
    }
}
