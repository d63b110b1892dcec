namespace MiniApp.Tool.Tests.Commands;

public sealed class TypedOptionTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("--platform", "VK", "--platform must be vk, telegram or max.")]
    [InlineData("--app-id", Example.VkKey, "--app-id must be a whole number, 1 or above.")]
    [InlineData("--app-id", "0", "--app-id must be a whole number, 1 or above.")]
    [InlineData("--app-id", "+1", "--app-id must be a whole number, 1 or above.")]
    [InlineData("--app-id", "9223372036854775808", "--app-id must be a whole number, 1 or above.")]
    [InlineData("--group-id", "-1", "--group-id must be a whole number, 1 or above.")]
    [InlineData("--age", "3600", "--age must be a time such as 01:30:00, from -10000.00:00:00 to 10000.00:00:00.")]
    [InlineData("--age", "10000.00:00:01", "--age must be a time such as 01:30:00, from -10000.00:00:00 to 10000.00:00:00.")]
    [InlineData("--age", Example.VkKey, "--age must be a time such as 01:30:00, from -10000.00:00:00 to 10000.00:00:00.")]
    [InlineData("--as", "3", "--as must be query, token, url, curl, http or env.")]
    [InlineData("--as", Example.VkKey, "--as must be query, token, url, curl, http or env.")]
    [InlineData("--url", "/me", "--url must be an http or https address.")]
    [InlineData("--url", "ftp://example.com/", "--url must be an http or https address.")]
    [InlineData("--url", "http://@\u202e", "--url must be an http or https address.")]
    [InlineData("--url", "http://:80@-", "--url must be an http or https address.")]
    [InlineData("--url", "//\u202e", "--url must be an http or https address.")]
    public void A_value_of_the_wrong_form_is_not_repeated(string option, string value, string complaint) =>
        Assert.Equal(
            $"error: {complaint} | hint: 'mini-app sign --help' shows the options and examples.",
            _tool.Run("sign", "--user-id", "1", option, value).Wrong());

    [Theory]
    [InlineData("-00:00:01")]
    [InlineData("10000.00:00:01")]
    [InlineData("1h")]
    public void A_lifetime_is_a_time_that_is_not_below_zero(string lifetime) =>
        Assert.Equal(
            "error: --lifetime must be a time such as 01:30:00, from 00:00:00 to 10000.00:00:00. | "
                + "hint: 'mini-app verify --help' shows the options and examples.",
            _tool.Run("verify", "--lifetime", lifetime).Wrong());

    [Fact]
    public void Times_at_the_ends_of_what_is_allowed_do_no_harm()
    {
        Assert.Contains("&vk_ts=836000000&", _tool.Run("sign", "--user-id", "1", "--age", "10000.00:00:00").Good(), StringComparison.Ordinal);
        Assert.Equal(3, _tool.RunOn(Example.Sign("vk"), "verify", "--lifetime", "10000.00:00:00").Good().Split(',').Length - 1);
        Assert.Contains("valid until", _tool.RunOn(Example.Sign("vk"), "inspect", "--lifetime", "10000.00:00:00").Good(), StringComparison.Ordinal);
    }
}
