namespace MiniApp.Tool.Tests.Inspection;

/// <summary>A header is read as the scheme reads it.</summary>
public sealed class PastedTextTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("vk", "VK {0}")]
    [InlineData("vk", "Authorization: Bearer {0}")]
    [InlineData("vk", "authorization:bearer   {0}  ")]
    [InlineData("telegram", "tma {0}")]
    [InlineData("telegram", "curl -H \"Authorization: tma {0}\" \"http://localhost:5000/me\"")]
    [InlineData("telegram", "curl 'http://localhost:5000/me' -H 'accept: */*' -H 'authorization: tma {0}' --compressed")]
    [InlineData("max", "max {0}")]
    public void The_token_of_a_header_is_judged_and_names_its_platform(string platform, string header)
    {
        var output = _tool.Run("inspect", "--", string.Format(null, header, Example.Sign(platform))).Good();

        Assert.Contains($"Platform     {(platform switch { "vk" => "VK", "max" => "MAX", _ => "Telegram" })} (guessed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max", "Bearer {0}", "The scheme MaxMiniApp does not read what stands behind Bearer: it answers as if nothing had been sent.", "Send the token behind max, or set AcceptBearer.")]
    [InlineData("telegram", "max {0}", "The scheme TelegramMiniApp does not read what stands behind max: it answers as if nothing had been sent.", "Send the token behind tma.")]
    [InlineData("vk", "Authorization: tma {0}", "The scheme VkMiniApp does not read what stands behind tma: it answers as if nothing had been sent.", "Send the token behind Bearer or VK.")]
    [InlineData("vk", "Authorization: {0}", "There is no auth-scheme before the token: the scheme VkMiniApp answers as if nothing had been sent.", "Send the token behind Bearer or VK.")]
    public void A_header_that_the_scheme_does_not_read_is_refused_whatever_is_in_it(string platform, string header, string meaning, string advice)
    {
        var result = _tool.Run("inspect", "--platform", platform, "--", string.Format(null, header, Example.Sign(platform)));

        Assert.Equal((1, ""), (result.Status, result.Error));
        Assert.Contains($"Verdict      refused: wrong_auth_scheme\n             {meaning}\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"Unwrapped    You pasted a header that the scheme does not read; the {(platform == "vk" ? "launch" : "init data")} inside is good: send that alone.\n",
            result.Output.Replace("You pasted a header with its name; judged is the token that a server reads in it.\n             ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.EndsWith($"What to do   {advice}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bearer_is_read_where_the_settings_accept_it()
    {
        _tool.Environment["Authentication__Schemes__TelegramMiniApp__AcceptBearer"] = "true";

        Assert.Contains("Verdict      good", _tool.Run("inspect", "--platform", "telegram", $"Bearer {Example.Sign("telegram")}").Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_curl_command_that_a_browser_copied_is_read_over_its_lines()
    {
        var command = $"curl 'http://localhost:5000/me' \\\n  -H 'accept: */*' \\\n  -H 'authorization: tma {Example.Sign("telegram")}' \\\n  --compressed\n";

        Assert.Contains(
            "Unwrapped    You pasted a curl command; judged is the token that a server reads in it.\n",
            _tool.RunOn(command, "inspect").Good(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_curl_command_that_the_tool_prints_is_one_that_it_reads()
    {
        foreach (var platform in Example.Platforms)
        {
            var command = _tool.Run("sign", "--user-id", "42", "--platform", platform, "--as", "curl").Good();

            Assert.Contains("Verdict      good", _tool.RunOn(command, "inspect", "--platform", platform).Good(), StringComparison.Ordinal);
        }
    }
}
