namespace VkMiniApp.Tests;

/// <summary>Faults seen in other libraries that verify launch parameters.</summary>
public class MistakesOfOthersTests
{
    private static readonly string Valid = Example.Query();

    [Theory]
    [InlineData("подпись")]
    [InlineData("%D0%BF%D0%BE%D0%B4%D0%BF%D0%B8%D1%81%D1%8C")]
    [InlineData("\U0001F600")]
    [InlineData("яяяяяяяяяяяяяяяяяяяяяx")] // as many bytes as a sign has
    [InlineData("%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8F%D1%8Fx")]
    public void Sign_that_is_not_ascii_is_a_wrong_sign_and_no_exception(string sign) =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(WithSign(sign)));

    [Theory]
    [InlineData("self")]
    [InlineData("_data")]
    [InlineData("__class__")]
    [InlineData("_REQUIRED_FIELDS")]
    [InlineData("__proto__")]
    public void Name_that_means_something_to_a_programming_language_means_nothing(string name)
    {
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{name}=&{Valid}"));
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict($"{name}=&{Example.Query(("vk_ts", null))}"));
    }

    [Fact]
    public void Future_launch_is_refused() =>
        Assert.Equal(VkLaunchFailure.NotYetValid, Example.Verdict(Example.Query(("vk_ts", "1760003600"))));

    [Theory]
    [InlineData("vk_platform", "smart_fridge")]
    [InlineData("vk_language", "tlh")]
    [InlineData("vk_viewer_group_role", "owner")]
    [InlineData("vk_ref", "story-1_2_{\"a\":[1]}")]
    [InlineData("vk_client", "max")]
    [InlineData("vk_is_favorite", "yes")]
    [InlineData("vk_group_id", "club1")]
    public void Value_that_VK_has_not_documented_does_not_lock_a_user_out(string name, string value) =>
        Assert.Equal(value, Example.Launch((name, value))[name]);

    [Theory]
    [InlineData("vk_user_id=494075")]
    [InlineData("vk_user_id=1")]
    [InlineData("%76k_user_id=1")]
    [InlineData("vk_ref=")]
    [InlineData("sign=")]
    public void Parameter_that_is_there_twice_is_refused_wherever_it_stands(string duplicate)
    {
        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict($"{duplicate}&{Valid}"));
        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict($"{Valid}&{duplicate}"));
        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict($"{Valid}&{duplicate}&{duplicate}"));
        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict($"{Valid}&vk_ref=&{duplicate}"));
    }

    [Fact]
    public void Parameter_that_is_there_twice_is_refused_even_when_both_are_signed()
    {
        var canonical = ReferenceSignature.Canonical(Example.Parameters(), ReferenceSignature.Rfc1738)
            .With("vk_ref=other", "vk_ref=a&vk_ref=b");
        var token = $"{canonical}&sign={ReferenceSignature.Sign(canonical, Example.Secret)}";

        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict(token));
        Assert.False(Example.Verifier().HasValidSignature(token));
    }

    [Fact]
    public void Sign_that_is_there_twice_is_refused_even_when_both_are_right()
    {
        var sign = Valid[Valid.IndexOf("sign=", StringComparison.Ordinal)..];

        Assert.Equal(VkLaunchFailure.DuplicateParameter, Example.Verdict($"{Valid}&{sign}"));
    }

    [Fact]
    public void Empty_scopes_are_no_scope_and_not_one_empty_scope() =>
        Assert.Empty(Example.Launch(("vk_access_token_settings", "")).Scopes);

    [Fact]
    public void Empty_value_is_kept_in_the_signature()
    {
        var token = Example.Query(("vk_access_token_settings", ""));

        Assert.Equal("", Example.Launch(token)["vk_access_token_settings"]);
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(token.With("vk_access_token_settings=&", "")));
    }

    [Fact]
    public void Join_of_values_that_are_not_encoded_is_not_a_signature()
    {
        var parameters = Example.Parameters(("vk_ref", "other&vk_ts=1600000000"));
        var joined = ReferenceSignature.Canonical(parameters, text => text);
        var sent = ReferenceSignature.Canonical(parameters, ReferenceSignature.Rfc1738);

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict($"{sent}&sign={ReferenceSignature.Sign(joined, Example.Secret)}"));
        Assert.Equal(VkLaunchFailure.None, Example.Verdict($"{sent}&sign={ReferenceSignature.Sign(sent, Example.Secret)}"));
    }

    [Fact]
    public void Ampersand_inside_a_value_opens_no_parameter()
    {
        var launch = Example.Launch(("vk_ref", "other&vk_user_id=1"));

        Assert.Equal(494075, launch.UserId);
        Assert.Equal("other&vk_user_id=1", launch.Ref);
    }

    [Theory]
    [InlineData("vk_viewer_group_role=admin")]
    [InlineData("vk_new=1")]
    [InlineData("vk_=")]
    [InlineData("vk_")]
    [InlineData("%76%6b_new=1")]
    public void One_extra_parameter_with_the_prefix_is_not_tolerated(string extra) =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict($"{Valid}&{extra}"));

    [Fact]
    public void Parameter_that_was_signed_can_not_be_left_out() =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(Valid.With("vk_ref=other&", "")));

    [Fact]
    public void Missing_signature_is_refused() =>
        Assert.Equal(VkLaunchFailure.MissingParameter, Example.Verdict(Valid[..Valid.IndexOf("&sign=", StringComparison.Ordinal)]));

    [Theory]
    [InlineData("sign")]
    [InlineData("sign=")]
    public void Empty_signature_is_wrong(string sign) =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(Valid[..Valid.IndexOf("sign=", StringComparison.Ordinal)] + sign));

    [Fact]
    public void Keys_to_sign_are_not_the_clients_to_name()
    {
        var two = Example.Parameters().Where(parameter => parameter.Key is "vk_app_id" or "vk_user_id");
        var partial = ReferenceSignature.Sign(two, Example.Secret);

        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(WithSign(partial) + "&sign_keys=vk_app_id,vk_user_id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("0000000000000000000000000000000000000000000")]
    public void Made_up_signature_is_wrong(string sign) =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(WithSign(sign)));

    [Fact]
    public void Signature_under_an_empty_key_is_wrong() =>
        Assert.Equal(VkLaunchFailure.InvalidSignature, Example.Verdict(WithSign(ReferenceSignature.Sign(Example.Parameters(), ""))));

    [Fact]
    public void Foreign_parameters_are_not_signed_and_not_shown()
    {
        var launch = Example.Launch($"utm_source=x&hash=y&odr_enabled=1&{Valid}&VK_USER_ID=1&vk=2&xvk_ts=3");

        Assert.Equal(Example.Parameters(), launch.Values);
        Assert.Null(launch["utm_source"]);
        Assert.Null(launch["VK_USER_ID"]);
    }

    [Fact]
    public void Signature_over_foreign_parameters_is_wrong()
    {
        var canonical = "odr_enabled=1&" + ReferenceSignature.Canonical(Example.Parameters(), ReferenceSignature.Rfc1738);

        Assert.Equal(
            VkLaunchFailure.InvalidSignature,
            Example.Verdict($"{canonical}&sign={ReferenceSignature.Sign(canonical, Example.Secret)}"));
    }

    [Theory]
    [InlineData("https://example.com/vk_user_id=1/?{0}")]
    [InlineData("https://example.com/?x=vk_user_id=1&{0}")]
    [InlineData("https://example.com/?x=%26vk_user_id%3D1&{0}")]
    [InlineData("https://example.com/?{0}#vk_user_id=1&")]
    public void User_is_the_signed_one_and_not_one_cut_out_of_the_text_elsewhere(string address) =>
        Assert.Equal(494075, Example.Launch(address.With("{0}", Valid)).UserId);

    [Fact]
    public void Text_VK_inside_base64_is_left_alone()
    {
        var tokens = Enumerable.Range(1, 200).Select(id => Example.ToBase64(Example.Query(("vk_user_id", $"{id}"), ("vk_ref", "UX"))));
        var withVk = tokens.Where(token => token.Contains("VK", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(withVk);
        Assert.All(withVk, token => Assert.Equal(VkLaunchFailure.None, Example.Verdict(token)));
    }

    private static string WithSign(string sign) =>
        $"{ReferenceSignature.Canonical(Example.Parameters(), ReferenceSignature.Rfc1738)}&sign={sign}";
}
