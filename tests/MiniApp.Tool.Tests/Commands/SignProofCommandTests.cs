using System.Diagnostics;
using System.Text.Json;
using MaxMiniApp;
using Microsoft.AspNetCore.WebUtilities;
using TelegramMiniApp;
using VkMiniApp;

namespace MiniApp.Tool.Tests.Commands;

/// <summary>What the command signs is what the library's own verifiers accept, and what its signers make.</summary>
public sealed class SignProofCommandTests : IDisposable
{
    private readonly TestTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_hash_is_signed_as_vk_signs_it()
    {
        string[] options = ["hash", "--user-id", "42", "--request-id", "order 17&я", "--age", "00:05:00"];
        var sign = ExampleProof.Hash(requestId: "order 17&я", age: 300);

        Assert.Equal($"app_id=6736218&request_id=order%2017%26%D1%8F&user_id=42&sign={sign}&ts=1699999700", Sign(options));
        Assert.Equal($$"""{"sign":"{{sign}}","ts":1699999700}""", Sign([.. options, "--as", "json"]));
    }

    [Theory]
    [InlineData("--phone", "+79990000000", "phone_number", "%2B79990000000", "\\u002B79990000000")]
    [InlineData("--email", "a@example.com", "email", "a%40example.com", "a@example.com")]
    public void A_contact_is_signed_as_vk_signs_it(string option, string value, string field, string encoded, string escaped)
    {
        var signer = new VkContactSigner(Example.AppId, Example.VkKey);
        var sign = field == "email" ? signer.SignEmail(42, value) : signer.SignPhoneNumber(42, value);
        string[] options = ["contact", "--user-id", "42", option, value];

        Assert.Equal($"app_id=6736218&user_id=42&{field}={encoded}&sign={sign}", Sign(options));
        Assert.Equal($$"""{"{{field}}":"{{escaped}}","sign":"{{sign}}"}""", Sign([.. options, "--as", "json"]));
    }

    [Fact]
    public void A_contact_is_signed_as_telegram_signs_it()
    {
        string[] options = ["contact", "--platform", "telegram", "--user-id", "42", "--phone", "79990000000", "--first-name", "Анна", "--age", "01:00:00"];
        var verifier = new TelegramContactVerifier(
            new TelegramContactVerifierOptions { TimeProvider = _tool.Clock }.AddBot(Example.TelegramKey));
        var response = Sign(options);
        var contact = verifier.Verify(response, 42).Contact!;

        Assert.Equal((42, "79990000000", "Анна", null), (contact.UserId, contact.PhoneNumber, contact.FirstName, contact.LastName));
        Assert.Equal(TelegramContactFailure.OtherUser, verifier.Verify(response, 43).Failure);
        Assert.Equal(response, Json(options).GetProperty("response").GetString());
    }

    [Fact]
    public void A_contact_is_signed_as_max_signs_it()
    {
        string[] options = ["contact", "--platform", "max", "--user-id", "42", "--phone", "79990000000", "--age", "00:01:00"];
        var hash = ExampleProof.MaxHash(age: 60);

        Assert.Equal($"userId=42&phone=79990000000&authDate=1699999940&hash={hash}", Sign(options));
        Assert.Equal($$"""{"phone":"79990000000","authDate":1699999940,"hash":"{{hash}}"}""", Sign([.. options, "--as", "json"]));
    }

    [Fact]
    public void A_card_is_signed_with_its_line_ends()
    {
        var card = Json("card", "--phone", "79990000000");
        var query = QueryHelpers.ParseQuery(Sign("card", "--phone", "79990000000", "--first-name", "Анна"));

        Assert.Equal((ExampleProof.Card, ExampleProof.CardHash()), (card.GetProperty("vcf_info").GetString(), card.GetProperty("hash").GetString()));
        Assert.Equal(
            "79990000000", new MaxContactVerifier(Example.MaxKey).VerifyCard(query["vcf_info"], query["hash"]).PhoneNumber);
        Assert.Contains("\r\nFN:Анна\r\n", query["vcf_info"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_is_signed_as_vk_signs_it()
    {
        var body = Sign("payment", "--user-id", "42", "--param", "order_id=17", "--param", "item=a=b&c", "--age", "00:00:01");
        var payment = new VkPaymentNotificationVerifier(Example.AppId, Example.VkKey).Verify(body).Notification!;

        Assert.Equal(("order_status_change", 42, 17, "a=b&c"), (payment.NotificationType, payment.UserId, payment.OrderId, payment["item"]));
        Assert.Equal(("1699999999", "chargeable", "42"), (payment["date"], payment["status"], payment["receiver_id"]));
    }

    [Fact]
    public void A_question_for_a_price_has_no_status()
    {
        var body = Sign("payment", "--type", "get_item_test", "--user-id", "42", "--param", "item=coins");
        var payment = new VkPaymentNotificationVerifier(Example.AppId, Example.VkKey).Verify(body).Notification!;

        Assert.Equal((true, "coins", null, null), (payment.IsTest, payment["item"], payment["status"], payment["date"]));
    }

    [Fact]
    public void A_sign_in_by_the_widget_is_signed_as_telegram_signs_it()
    {
        string[] options = ["widget", "--user-id", "42", "--first-name", "Анна", "--last-name", "Я", "--username", "anna", "--age", "-00:00:30"];
        var verifier = new TelegramLoginWidgetVerifier(
            new TelegramLoginWidgetVerifierOptions { TimeProvider = _tool.Clock }.AddBot(Example.TelegramKey));
        var result = verifier.Verify(Sign(options));
        var page = Json(options);

        Assert.Equal((42, "Анна", "Я", "anna"), (result.User!.Id, result.User.FirstName, result.User.LastName, result.User.Username));
        Assert.Equal(Example.Now + 30, result.AuthDate.ToUnixTimeSeconds());
        Assert.Equal((42, "Анна", Example.Now + 30), (page.GetProperty("id").GetInt64(), page.GetProperty("first_name").GetString(), page.GetProperty("auth_date").GetInt64()));
        Assert.StartsWith("https://example.com/in?a=1&id=42&", Sign([.. options, "--as", "url", "--url", "https://example.com/in?a=1"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hash", "--request-id", "order-17", "vk")]
    [InlineData("contact", "--phone", "79990000000", "vk")]
    [InlineData("contact", "--phone", "79990000000", "telegram")]
    [InlineData("contact", "--phone", "79990000000", "max")]
    public void A_page_sends_it_as_json_with_the_launch_of_its_user(string kind, string option, string value, string platform)
    {
        string[] options = [kind, "--user-id", "42", option, value, .. kind == "contact" ? new[] { "--platform", platform } : []];
        var launch = _tool.Run("sign", "--user-id", "42", "--platform", platform, "--as", "curl").Good().Split('"')[1];
        var body = Sign([.. options, "--as", "json"]);

        Assert.Equal(
            $"curl -H \"{launch}\" -H \"Content-Type: application/json\" -d '{body}' \"http://localhost:5000/\"",
            Sign([.. options, "--as", "curl"]));
        Assert.Equal(
            $"###\nPOST https://example.com/me\n{launch}\nContent-Type: application/json\n\n{body}\n",
            Sign([.. options, "--as", "http", "--url", "https://example.com/me"]));
    }

    [Fact]
    public void A_server_sends_a_form_and_a_browser_an_address()
    {
        string[] payment = ["payment", "--user-id", "42"];
        string[] widget = ["widget", "--user-id", "42"];

        Assert.Equal(
            $"curl -H \"Content-Type: application/x-www-form-urlencoded\" -d '{Sign(payment)}' \"http://localhost:5000/\"",
            Sign([.. payment, "--as", "curl"]));
        Assert.Equal(
            $"###\nPOST http://localhost:5000/\nContent-Type: application/x-www-form-urlencoded\n\n{Sign(payment)}\n",
            Sign([.. payment, "--as", "http"]));
        Assert.Equal($"curl \"http://localhost:5000/?{Sign(widget)}\"", Sign([.. widget, "--as", "curl"]));
        Assert.Equal($"###\nGET http://localhost:5000/?{Sign(widget)}\n", Sign([.. widget, "--as", "http"]));
    }

    [Fact]
    public async Task A_shell_hands_a_body_on_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has another shell.");

        string[] options = ["hash", "--user-id", "42", "--request-id", "x"];
        string[] contact = ["contact", "--user-id", "42", "--email", "'$(id)`id`\"\\!{{x}}@example.com"];
        foreach (var proof in new[] { options, contact })
        {
            var start = new ProcessStartInfo("sh", ["-c", $"curl() {{ for last; do [ \"$before\" = -d ] && printf %s \"$last\"; before=$last; done; }}; {Sign([.. proof, "--as", "curl"])}"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            using var shell = Process.Start(start)!;

            Assert.Equal(Sign([.. proof, "--as", "json"]), await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("error: --age is not an option for VK.", "contact", "--user-id", "1", "--phone", "7", "--age", "00:00:01")]
    [InlineData("error: --first-name is not an option for VK.", "contact", "--user-id", "1", "--phone", "7", "--first-name", "x")]
    [InlineData("error: --email is not an option for Telegram.", "contact", "--platform", "telegram", "--user-id", "1", "--email", "x")]
    [InlineData("error: --last-name is not an option for MAX.", "contact", "--platform", "max", "--user-id", "1", "--phone", "7", "--last-name", "x")]
    [InlineData("error: --bot-id is not an option for VK.", "hash", "--user-id", "1", "--request-id", "x", "--bot-id", "1")]
    [InlineData("error: --app-id is not an option for MAX.", "card", "--phone", "7", "--app-id", "1")]
    [InlineData("error: One of --phone and --email is required, and not both.", "contact", "--user-id", "1")]
    [InlineData("error: One of --phone and --email is required, and not both.", "contact", "--user-id", "1", "--phone", "7", "--email", "x")]
    [InlineData("error: --phone must be 1 to 32 ASCII digits, with a + before them or without.", "contact", "--user-id", "1", "--phone", "seven")]
    [InlineData("error: --phone must be 1 to 32 ASCII digits, with a + before them or without.", "card", "--phone", "+")]
    [InlineData("error: --phone must be 1 to 32 ASCII digits, with a + before them or without.", "card", "--phone", "123456789012345678901234567890123")]
    [InlineData("error: --phone must be 1 to 32 ASCII digits, with a + before them or without.", "card", "--phone", "٧")]
    [InlineData("error: --first-name must be text of 1 to 256 characters, on one line.", "card", "--phone", "7", "--first-name", "x\r\nTEL:8")]
    [InlineData("error: --request-id must be text, not empty, and without a tilde.", "hash", "--user-id", "1", "--request-id", "a~b")]
    [InlineData("error: --request-id must be text, not empty, and without a tilde.", "hash", "--user-id", "1", "--request-id", "")]
    [InlineData("error: --user-id must be a whole number, 1 or above.", "hash", "--user-id", "0", "--request-id", "x")]
    [InlineData("error: --platform must be vk, telegram or max.", "contact", "--user-id", "1", "--phone", "7", "--platform", "ok")]
    [InlineData("error: --as must be query or json.", "card", "--phone", "7", "--as", "curl")]
    [InlineData("error: --as must be query, curl or http.", "payment", "--user-id", "1", "--as", "json")]
    [InlineData("error: VK's parameters are text, and their names of letters, digits and underscores; sig is what signing adds.", "payment", "--user-id", "1", "--param", "sig=x")]
    [InlineData("error: VK's parameters are text, and their names of letters, digits and underscores; sig is what signing adds.", "payment", "--user-id", "1", "--param", "a-b=x")]
    [InlineData("error: --param must be name=value, and each name may come once.", "payment", "--user-id", "1", "--param", "x")]
    public void What_the_platform_does_not_sign_is_refused(string complaint, params string[] arguments) =>
        Assert.StartsWith(complaint + " | hint: ", _tool.Run(["sign", .. arguments]).Wrong(), StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text()
    {
        Assert.StartsWith(
            "error: --first-name must be text of 1 to 256 characters, on one line.",
            _tool.Run("sign", "widget", "--user-id", "1", "--first-name", "\ud800").Wrong(),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "error: --request-id must be text, not empty, and without a tilde.",
            _tool.Run("sign", "hash", "--user-id", "1", "--request-id", "\ud800").Wrong(),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "error: VK's parameters are text", _tool.Run("sign", "payment", "--user-id", "1", "--param", "item=\ud800").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_required_is_named() =>
        Assert.Equal(
            "error: Option '--request-id' is required. | hint: 'mini-app sign hash --help' shows the options and examples.",
            _tool.Run("sign", "hash", "--user-id", "42").Wrong());

    [Fact]
    public void Without_a_key_nothing_is_signed()
    {
        using var tool = new TestTool(withKeys: false);
        tool.Environment["Authentication__Schemes__TelegramMiniApp__BotId"] = "7342037359";

        Assert.StartsWith("error: There is no protected key for VK.", tool.Run("sign", "payment", "--user-id", "1").Wrong(), StringComparison.Ordinal);
        Assert.StartsWith("error: There is no bot token for Telegram.", tool.Run("sign", "widget", "--user-id", "1").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_bots_the_widgets_has_to_be_named()
    {
        using var tool = new TestTool(withKeys: false);
        tool.Environment["Authentication__Schemes__TelegramMiniApp__Bots__0"] = "1:one-bot";
        tool.Environment["Authentication__Schemes__TelegramMiniApp__Bots__1"] = "2:another-bot";

        Assert.Equal(
            "error: The settings have several bots. | hint: Give --bot-id the id of one of them.",
            tool.Run("sign", "widget", "--user-id", "42").Wrong());
        Assert.Equal(
            new TelegramLoginWidgetSigner("2:another-bot").Sign(
                new TelegramUser { Id = 42, FirstName = "Test" }, DateTimeOffset.FromUnixTimeSeconds(Example.Now)),
            tool.Run("sign", "widget", "--user-id", "42", "--bot-id", "2").Good().TrimEnd('\n'));
    }

    [Fact]
    public void A_bot_without_a_token_signs_nothing()
    {
        using var tool = new TestTool(withKeys: false);
        tool.Environment["Authentication__Schemes__TelegramMiniApp__Bots__0"] = "7342037359";

        Assert.StartsWith(
            "error: The settings have no bot token.", tool.Run("sign", "widget", "--user-id", "42").Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_key_signs()
    {
        using var tool = new TestTool(withKeys: false);
        tool.Environment["Authentication__Schemes__TelegramMiniApp__BotToken__0"] = Example.TelegramKey;
        tool.Environment["Authentication__Schemes__TelegramMiniApp__BotToken__1"] = "7342037359:older";

        Assert.Equal(ExampleProof.Widget(), tool.Run("sign", "widget", "--user-id", "42").Good().TrimEnd('\n'));
    }

    private string Sign(params string[] options)
    {
        var output = _tool.Run(["sign", .. options]).Good();
        return output[..^Environment.NewLine.Length];
    }

    private JsonElement Json(params string[] options) => JsonDocument.Parse(Sign([.. options, "--as", "json"])).RootElement.Clone();
}
