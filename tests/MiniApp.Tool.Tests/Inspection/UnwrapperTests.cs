using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using MiniApp.Tool.Inspection;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tool.Tests.Inspection;

/// <summary>What is inside of what was pasted is told behind the verdict on what was pasted.</summary>
public sealed class UnwrapperTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("telegram", "tma {fragment}", "the fragment")]
    [InlineData("telegram", "https://example.com/#{fragment}", "the fragment")]
    [InlineData("vk", "\"{0}\"", "it in quotation marks")]
    [InlineData("vk", "'{0}'", "it in quotation marks")]
    [InlineData("vk", "{escaped}", "it percent-encoded once too often")]
    [InlineData("vk", "{64 of 64}", "it in base64 once too often")]
    [InlineData("vk", "{html}", "it as HTML writes it")]
    [InlineData("vk", "{json}", "it as JSON writes it")]
    [InlineData("vk", "{\"token\":\"{json}\"}", "JSON around it")]
    [InlineData("telegram", "initData={escaped}&a=1", "a parameter initData")]
    [InlineData("telegram", "https://example.com/me?access_token={escaped}&a=1", "a parameter access_token")]
    [InlineData("vk", "Bearer Bearer {0}", "it with the word Bearer before it")]
    [InlineData("vk", "{broken}", "it with white space inside it")]
    [InlineData("vk", "{0},", "it with a mark behind it")]
    [InlineData("vk", "'{escaped}'", "it in quotation marks and, within that, it percent-encoded once too often")]
    public void What_was_around_a_good_token_is_named(string platform, string pasted, string around)
    {
        var query = Example.Sign(platform);
        var base64 = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query));
        pasted = pasted
            .Replace("{0}", query, StringComparison.Ordinal)
            .Replace("{escaped}", Uri.EscapeDataString(query), StringComparison.Ordinal)
            .Replace("{64 of 64}", Base64Url.EncodeToString(Encoding.ASCII.GetBytes(base64)), StringComparison.Ordinal)
            .Replace("{html}", query.Replace("&", "&amp;", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("{json}", JsonSerializer.Serialize(query)[1..^1], StringComparison.Ordinal)
            .Replace("{broken}", base64.Insert(40, "\n").Insert(81, "\n"), StringComparison.Ordinal)
            .Replace("{fragment}", $"tgWebAppData={Uri.EscapeDataString(query)}&tgWebAppVersion=9.1", StringComparison.Ordinal);

        var result = _tool.Run("inspect", "--platform", platform, "--", pasted);
        var isGood = IsGood(platform, pasted);

        Assert.Equal((isGood ? 0 : 1, ""), (result.Status, result.Error));
        if (isGood)
        {
            Assert.Contains(
                $"\nUnwrapped    You pasted {around}, which the library opens; the init data inside is enough: send that alone.\n",
                result.Output,
                StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(
                $"\nUnwrapped    You pasted {around}; "
                    + $"the {(platform == "vk" ? "launch" : "init data")} inside is good: send that alone.\n",
                result.Output,
                StringComparison.Ordinal);
            Assert.Contains("\nVerdict      refused: ", result.Output, StringComparison.Ordinal);
        }

        Assert.Contains("Signed parameters, proved:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(platform == "vk" ? "  vk_user_id                    42\n" : "  auth_date  1700000000\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_inside_and_refused_is_told_with_its_own_reason()
    {
        var pasted = $"\"{Example.Sign("vk", age: 3601)}\"";
        var result = _tool.Run("inspect", pasted);

        Assert.Contains(
            "\nUnwrapped    You pasted it in quotation marks; the launch inside is refused for another reason: expired.\n"
                + "             It expired 1 second ago, at 2023-11-14 22:13:19 UTC: it is 1 hour 1 second old, and valid for 1 hour.\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("\"unwrapped\":\"You pasted it in quotation marks; the launch inside is refused for another reason: expired. "
            + "It expired 1 second ago, at 2023-11-14 22:13:19 UTC: it is 1 hour 1 second old, and valid for 1 hour.\",\"inside\":\"refused\"}\n",
            _tool.Run("inspect", "--json", pasted).Output.Replace("\\u0022", "\"", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_what_is_inside_is_not_judged_and_what_was_pasted_is_refused()
    {
        using var tool = new TestTool(withKeys: false);
        var result = tool.Run("inspect", Uri.EscapeDataString(Example.Sign("vk")));

        Assert.Equal(1, result.Status);
        Assert.Contains(
            "\nUnwrapped    You pasted it percent-encoded once too often; the launch inside is not judged: it takes a key.\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.Contains("Signed parameters, not proved:\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("vk_app_id=1&sign=2&vk_x=\"quoted\"")]
    [InlineData("{\"a\":{\"b\":[\"c\"]}}")]
    [InlineData("a.b.c")]
    public void Where_nothing_better_is_inside_nothing_is_said_of_it(string pasted) =>
        Assert.DoesNotContain("Unwrapped", _tool.Run("inspect", "--platform", "vk", "--", pasted).Output, StringComparison.Ordinal);

    [Fact]
    public void What_is_inside_a_text_is_sought_to_an_end()
    {
        var nested = "vk_app_id=6736218&sign=1";
        for (var depth = 0; depth < 200; depth++)
        {
            nested = $"a{depth}=\"{nested}\"&b{depth}='{nested[..Math.Min(nested.Length, 200)]}'";
        }

        Assert.InRange(Unwrapper.Find(nested).Count(), 1, 200);
        Assert.Empty(Unwrapper.Find(new string('"', 1_000_000)));
        Assert.Equal(1, _tool.Run("inspect", "--platform", "vk", nested).Status);
    }

    private bool IsGood(string platform, string pasted) => platform == "vk"
        ? new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions { TimeProvider = _tool.Clock }.AddApp(Example.AppId, Example.VkKey))
            .Verify(WithoutWord(pasted)).Succeeded
        : new TelegramInitDataVerifier(new TelegramInitDataVerifierOptions { TimeProvider = _tool.Clock }.AddBot(Example.TelegramKey))
            .Verify(WithoutWord(pasted)).Succeeded;

    private static string WithoutWord(string pasted) =>
        pasted.StartsWith("tma ", StringComparison.Ordinal) ? pasted[4..]
        : pasted.StartsWith("Bearer ", StringComparison.Ordinal) ? pasted[7..]
        : pasted;
}
