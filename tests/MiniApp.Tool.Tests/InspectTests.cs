using System.Buffers.Text;
using System.Text;

namespace MiniApp.Tool.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly TestTool _tool = new();
    private readonly TestTool _toolWithoutKeys = new(withKeys: false);

    public void Dispose()
    {
        _tool.Dispose();
        _toolWithoutKeys.Dispose();
    }

    [Fact]
    public void A_good_launch_is_shown_with_every_parameter_decoded()
    {
        var token = Example.Sign("vk", age: 90, additional: [("vk_ref", "a b&c=ё"), ("vk_future", "1")]) + "&utm_source=x%20y&empty";

        Assert.Equal(
            """
            Platform     VK (by the look of it; --platform says otherwise)
            Token        a query, 14 parameters
            Dated        2023-11-14 22:11:50 UTC, 1 minute 30 seconds ago

            Signed parameters, proved:
              vk_access_token_settings
              vk_app_id                     6736218
              vk_are_notifications_enabled  0
              vk_future                     1
              vk_is_app_user                0
              vk_is_favorite                0
              vk_language                   ru
              vk_platform                   desktop_web
              vk_ref                        a b&c=ё
              vk_ts                         1699999910
              vk_user_id                    42

            Not signed, never to be trusted:
              empty
              utm_source  x y

            Proof:
              sign  *

            Judged with  environment variable Authentication__Schemes__VkMiniApp__AppSecret
            Verdict      good
                         VK signed it.
                         It is valid until 2023-11-14 23:11:50 UTC.

            """.ReplaceLineEndings("\n"),
            WithoutProof(_tool.Run("inspect", token).Good(), "sign  "));
    }

    [Fact]
    public void Good_init_data_is_shown_with_its_json() =>
        Assert.Equal(
            """
            Platform     Telegram
            Token        a query, 3 parameters
            Dated        2023-11-14 22:13:20 UTC, 0 seconds ago

            Signed parameters, proved:
              auth_date  1700000000
              user       {"id":42,"first_name":"Test"}

            Proof:
              hash  *

            Judged with  environment variable Authentication__Schemes__TelegramMiniApp__BotToken
            Verdict      good
                         Telegram signed it.
                         It is valid until 2023-11-15 22:13:20 UTC.

            """.ReplaceLineEndings("\n"),
            WithoutProof(_tool.Run("inspect", "--platform", "telegram", Example.Sign("telegram")).Good(), "hash  "));

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
                         Without the {key}, nobody can tell whether {title} signed this: nothing in it is to be trusted.
                         By its own word it expired {past}: it is 11 days 13 hours old, and valid for {lifetime}.
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
            "Judged with  no key\nVerdict      refused: unknown_app\n             The launch is one of another app.\n",
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
    [InlineData("vk", "odnoklassniki_not_allowed", "", "vk_client=ok&vk_ok_user_id=1", "The signature is right, and the launch is one inside Odnoklassniki, whose users have numbers of their own.", true)]
    [InlineData("vk", "unknown_app", "vk_app_id=6736218", "vk_app_id=5", "The launch is one of another app.", false)]
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
    [InlineData("vk", "invalid_signature", "The signature is not the one of these parameters under this key: either the key is another, or the parameters were changed.")]
    [InlineData("telegram", "invalid_proof", "The proof is not the one of these fields under this key: either the key is another, or the fields were changed.")]
    [InlineData("max", "invalid_proof", "The proof is not the one of these fields under this key: either the key is another, or the fields were changed.")]
    public void A_forged_token_proves_nothing(string platform, string reason, string meaning)
    {
        var forged = Example.Sign(platform).Replace("42", "43", StringComparison.Ordinal);
        var result = _tool.Run("inspect", "--platform", platform, forged);

        Assert.Equal(1, result.Status);
        Assert.Contains("Signed parameters, not proved:\n", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Verdict      refused: {reason}\n             {meaning}\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("valid until", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vk", "{0}", "a query")]
    [InlineData("vk", "?{0}", "a query behind its question mark")]
    [InlineData("vk", "https://example.com/?{0}#x", "the page's address")]
    [InlineData("vk", "  Bearer {0} ", "a query")]
    [InlineData("vk", "VK {64}", "base64 of a query")]
    [InlineData("vk", "bearer {64}", "base64 of a query")]
    [InlineData("telegram", "tma {0}", "a query")]
    [InlineData("telegram", "https://example.com/#tgWebAppData={escaped}&tgWebAppVersion=8.0", "the page's address")]
    [InlineData("telegram", "tgWebAppData={escaped}&tgWebAppVersion=8.0", "a query")]
    [InlineData("max", "max {0}", "a query")]
    [InlineData("max", "Bearer {64}", "base64 of a query")]
    [InlineData("max", "{escaped}", "a query")]
    [InlineData("max", "https://example.com/#WebAppData={escaped}", "the page's address")]
    public void A_token_is_read_as_it_was_pasted(string platform, string spelling, string words)
    {
        var query = Example.Sign(platform);
        var pasted = spelling
            .Replace("{0}", query, StringComparison.Ordinal)
            .Replace("{64}", Base64Url.EncodeToString(Encoding.ASCII.GetBytes(query)), StringComparison.Ordinal)
            .Replace("{escaped}", Uri.EscapeDataString(query), StringComparison.Ordinal);
        var result = _tool.Run("inspect", "--platform", platform, pasted).Good();

        Assert.Contains($"Token        {words}, ", result, StringComparison.Ordinal);
        Assert.Equal(result, _tool.RunOn(pasted + "\nanother line", "inspect", "--platform", platform).Good());
    }

    [Theory]
    [InlineData("VK", "vk_app_id=1")]
    [InlineData("VK", "sign=1&utm=2")]
    [InlineData("VK", "")]
    [InlineData("VK", "auth=1")]
    [InlineData("Telegram", "auth_date=1&hash=2")]
    [InlineData("Telegram", "auth_date=1&chat_type=2&hash=2")]
    [InlineData("Telegram", "https://example.com/#tgWebAppData=1")]
    [InlineData("MAX", "auth_date=1&hash=2&ip=1")]
    [InlineData("MAX", "auth_date%3D1%26hash%3D2")]
    [InlineData("MAX", "https://example.com/#WebAppData=1")]
    public void The_platform_is_told_by_the_look_of_the_token(string title, string token) =>
        Assert.StartsWith(
            $"Platform     {title} (by the look of it; --platform says otherwise)\n",
            _tool.Run("inspect", token).Output,
            StringComparison.Ordinal);

    [Fact]
    public void Json_says_the_same_on_one_line()
    {
        var result = _tool.Run("inspect", "--platform", "max", "--json", "auth_date=1&hash=2&c");

        Assert.Equal((1, ""), (result.Status, result.Error));
        Assert.Equal(
            """
            {"platform":"max","spelling":"a query","parameters":[{"name":"auth_date","value":"1","kind":"signed"},{"name":"c","value":null,"kind":"signed"},{"name":"hash","value":"2","kind":"proof"}],"judgedWith":"environment variable Authentication__Schemes__MaxMiniApp__BotToken","verdict":"refused","reason":"malformed","meaning":"This is no init data in any spelling that is accepted. The field c is no name=value.","advice":"Send WebApp.initData as the page has it. It is empty where MAX tells nothing of the user."}

            """.ReplaceLineEndings("\n"),
            result.Output);
    }

    [Fact]
    public void Json_of_a_good_launch_has_its_age_and_no_reason()
    {
        var json = _tool.Run("inspect", "--json", Example.Sign("vk", age: 60) + "&utm=1").Good();

        Assert.Contains("\"signedAt\":1699999940,\"ageSeconds\":60,", json, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"utm\",\"value\":\"1\",\"kind\":\"unsigned\"}", json, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"good\",\"reason\":null,", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_token_the_hint_says_where_it_goes() =>
        Assert.Equal(
            "error: There is no token. | hint: Give it as an argument, in single quotes, or on standard input.", _tool.Run("inspect").Wrong());

    [Theory]
    [InlineData("--bot-id", "vk=1&sign=2", "VK")]
    [InlineData("--app-id", "auth_date=1&hash=2", "Telegram")]
    public void An_id_of_another_platform_is_refused(string option, string token, string title) =>
        Assert.Equal(
            $"error: {option} says nothing about {title}. | hint: Leave it out, or give the right --platform.",
            _tool.Run("inspect", option, "1", token).Wrong());

    private static string WithoutProof(string output, string name)
    {
        var start = output.IndexOf($"\n  {name}", StringComparison.Ordinal) + name.Length + 3;
        return string.Concat(output.AsSpan(0, start), "*", output.AsSpan(output.IndexOf('\n', start)));
    }
}
