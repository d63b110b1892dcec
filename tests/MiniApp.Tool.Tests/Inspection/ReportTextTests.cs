namespace MiniApp.Tool.Tests.Inspection;

public sealed class ReportTextTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_good_launch_is_shown_with_every_parameter_decoded()
    {
        var token = Example.Sign("vk", age: 90, additional: [("vk_ref", "a b&c=ё"), ("vk_future", "1")]) + "&utm_source=x%20y&empty";

        Assert.Equal(
            """
            Platform     VK (guessed; --platform overrides it)
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

    private static string WithoutProof(string output, string name)
    {
        var start = output.IndexOf($"\n  {name}", StringComparison.Ordinal) + name.Length + 3;
        return string.Concat(output.AsSpan(0, start), "*", output.AsSpan(output.IndexOf('\n', start)));
    }
}
