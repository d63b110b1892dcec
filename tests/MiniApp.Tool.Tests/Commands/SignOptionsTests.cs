namespace MiniApp.Tool.Tests.Commands;

public sealed class SignOptionsTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_parameter_replaces_what_an_option_says() =>
        Assert.Contains("&vk_user_id=x&", _tool.Run("sign", "--user-id", "42", "--param", "vk_user_id=x").Good(), StringComparison.Ordinal);

    [Theory]
    [InlineData("--group-id", "1", "telegram", "error: --group-id is not an option for Telegram. | hint: Leave it out, or name the right platform with --platform.")]
    [InlineData("--role", "admin", "max", "error: --role is not an option for MAX. | hint: Leave it out, or name the right platform with --platform.")]
    [InlineData("--username", "ann", "vk", "error: --username is not an option for VK. | hint: Leave it out, or name the right platform with --platform.")]
    [InlineData("--app-id", "1", "max", "error: --app-id is not an option for MAX. | hint: Leave it out, or name the right platform with --platform.")]
    [InlineData("--param", "utm_source=x", "vk", "error: VK signs only parameters whose names start with vk_. | hint: Append the others to the signed query.")]
    [InlineData("--param", "hash=x", "telegram", "error: hash is what signing adds. | hint: Sign, and change the result by hand.")]
    [InlineData("--param", "hash=x", "max", "error: hash is what signing adds. | hint: Sign, and change the result by hand.")]
    [InlineData("--param", "x", "vk", "error: --param must be name=value, and each name may come once. | hint: Write it as --param vk_ref=other.")]
    [InlineData("--param", "=x", "max", "error: --param must be name=value, and each name may come once. | hint: Write it as --param vk_ref=other.")]
    public void What_the_platform_does_not_sign_is_refused(string option, string value, string platform, string complaint) =>
        Assert.Equal(complaint, _tool.Run("sign", "--user-id", "42", "--platform", platform, option, value).Wrong());

    [Fact]
    public void A_parameter_given_twice_is_refused() =>
        Assert.StartsWith(
            "error: --param must be name=value, and each name may come once.",
            _tool.Run("sign", "--user-id", "42", "--param", "vk_ref=a", "--param", "vk_ref=b").Wrong(),
            StringComparison.Ordinal);
}
