using System.Buffers.Text;

namespace MiniApp.Tool.Tests.Inspection;

public sealed class InspectorTests : IDisposable
{
    private readonly TestTool _tool = new();
    private readonly TestTool _toolWithoutKeys = new(withKeys: false);

    public void Dispose()
    {
        _tool.Dispose();
        _toolWithoutKeys.Dispose();
    }

    [Theory]
    [InlineData("vk", "VK", "protected key", "")]
    [InlineData("telegram", "Telegram", "bot token", " --bot-id alone is enough to judge by Telegram's own signature.")]
    [InlineData("max", "MAX", "bot token", "")]
    public void Without_a_key_everything_is_shown_and_nothing_is_judged(string platform, string title, string key, string more)
    {
        var (lifetime, past) = platform == "vk"
            ? ("1 hour", "11 days 12 hours ago, at 2023-11-03 09:26:40 UTC")
            : ("1 day", "10 days 13 hours ago, at 2023-11-04 08:26:40 UTC");
        var result = _toolWithoutKeys.Run("inspect", "--platform", platform, Example.Sign(platform, age: 1_000_000));

        Assert.Equal((3, ""), (result.Status, result.Error));
        Assert.Contains("Signed parameters, not proved:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"""

            Judged with  no key
            Verdict      not judged
                         Without the {key}, nobody can tell whether {title} signed this: do not trust anything in it.
                         By its own account it expired {past}: it is 11 days 13 hours old, and valid for {lifetime}.
            What to do   Set the environment variable Authentication__Schemes__
            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith($", or pipe the key in with --secret-stdin.{more}\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", "vk_app_id=1&vk_ts=1", "missing_parameter")]
    [InlineData("vk", "vk_app_id=1", "malformed")]
    [InlineData("vk", "vk_app_id=1&vk_app_id=1", "duplicate_parameter")]
    [InlineData("vk", "%", "malformed")]
    [InlineData("telegram", "auth_date=1&user=x", "missing_proof")]
    [InlineData("telegram", "nonsense", "malformed")]
    [InlineData("max", "auth_date=1&user=x", "missing_proof")]
    public void What_any_key_would_refuse_is_refused_without_one(string platform, string token, string reason)
    {
        var result = _toolWithoutKeys.Run("inspect", "--platform", platform, token);

        Assert.Equal(1, result.Status);
        Assert.Contains($"\nJudged with  no key\nVerdict      refused: {reason}\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_id_alone_tells_a_launch_of_another_app() =>
        Assert.Contains(
            "Judged with  no key\nVerdict      refused: unknown_app\n             The launch is for another app.\n",
            _toolWithoutKeys.Run("inspect", "--app-id", "5", Example.Sign("vk")).Output,
            StringComparison.Ordinal);

    [Fact]
    public void A_signature_of_telegram_alone_is_not_judged_without_knowing_the_bot() =>
        Assert.Equal(3, _toolWithoutKeys.Run("inspect", "auth_date=1700000000&user=x&signature=x").Status);

    [Fact]
    public void A_bot_id_is_enough_to_judge_by_telegrams_own_signature()
    {
        var token = Example.Sign("telegram", additional: ("signature", Base64Url.EncodeToString(new byte[64])));
        var result = _toolWithoutKeys.Run("inspect", token, "--bot-id", "7342037359");

        Assert.Contains("\nJudged with  Telegram's public key\nVerdict      refused: invalid_proof\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6736218", 0, "good")]
    [InlineData("5", 1, "refused: invalid_signature")]
    [InlineData("0", 1, "refused: unknown_app")]
    public void Without_an_app_id_a_launch_is_judged_as_one_of_the_app_that_it_names(string appId, int status, string verdict)
    {
        _tool.Environment.Remove("Authentication__Schemes__VkMiniApp__AppId");
        var result = _tool.Run("inspect", Example.Sign("vk").Replace("6736218", appId, StringComparison.Ordinal));

        Assert.Equal(status, result.Status);
        Assert.Contains(
            $"\nJudged with  environment variable Authentication__Schemes__VkMiniApp__AppSecret, for the app that the token names\nVerdict      {verdict}\n",
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", 3601, "It expired 1 second ago, at 2023-11-14 22:13:19 UTC: it is 1 hour 1 second old, and valid for 1 hour.")]
    [InlineData("vk", -61, "It is dated 1 minute 1 second ahead of this machine's clock.")]
    [InlineData("telegram", 86_401, "It expired 1 second ago, at 2023-11-14 22:13:19 UTC: it is 1 day 1 second old, and valid for 1 day.")]
    [InlineData("max", -3600, "It is dated 1 hour ahead of this machine's clock.")]
    public void A_token_outside_its_time_is_told_by_how_much(string platform, long age, string sentence) =>
        Assert.Contains(
            $"             {sentence}\n",
            _tool.Run("inspect", "--platform", platform, Example.Sign(platform, age)).Output,
            StringComparison.Ordinal);

    [Fact]
    public void A_time_beyond_every_calendar_does_no_harm()
    {
        var result = _tool.Run("inspect", Example.Sign("vk", additional: ("vk_ts", "9223372036854775807")));

        Assert.Equal(1, result.Status);
        Assert.Contains("Dated        9999-12-31 23:59:59 UTC, 2913221 days 1 hour from now\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("refused: not_yet_valid\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", "no_user", "vk_user_id=42", "vk_user_id=0", "The signature is right, but nobody is signed in: the user's id is 0.", true)]
    [InlineData("vk", "odnoklassniki_not_allowed", "", "vk_client=ok&vk_ok_user_id=1", "The signature is right, and the launch is one inside Odnoklassniki, whose user ids are separate from VK's.", true)]
    [InlineData("vk", "unknown_app", "vk_app_id=6736218", "vk_app_id=5", "The launch is for another app.", false)]
    [InlineData("telegram", "no_user", "user", "{}", "The proof is right, but it names nobody: there is no user with an id above 0.", true)]
    [InlineData("max", "no_user", "user", "{}", "The proof is right, but it names nobody: there is no user with an id above 0.", true)]
    public void A_refusal_is_explained_and_says_what_is_proved(string platform, string reason, string what, string instead, string meaning, bool isProved)
    {
        (string, string)[] additional = platform == "vk"
            ? [.. instead.Split('&').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]))]
            : [(what, instead)];
        var result = _tool.Run("inspect", "--platform", platform, Example.Sign(platform, additional: additional));

        Assert.Equal((1, ""), (result.Status, result.Error));
        Assert.Contains($"Signed parameters, {(isProved ? "proved" : "not proved")}:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Verdict      refused: {reason}\n             {meaning}\nWhat to do   ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", "invalid_signature", "The signature is not that of these parameters under this key: either the key is a different one, or the parameters were changed.")]
    [InlineData("telegram", "invalid_proof", "The proof is not that of these fields under this key: either the key is a different one, or the fields were changed.")]
    [InlineData("max", "invalid_proof", "The proof is not that of these fields under this key: either the key is a different one, or the fields were changed.")]
    public void A_forged_token_proves_nothing(string platform, string reason, string meaning)
    {
        var forged = Example.Sign(platform).Replace("42", "43", StringComparison.Ordinal);
        var result = _tool.Run("inspect", "--platform", platform, forged);

        Assert.Equal(1, result.Status);
        Assert.Contains("Signed parameters, not proved:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Verdict      refused: {reason}\n             {meaning}\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("valid until", result.Output, StringComparison.Ordinal);
    }
}
