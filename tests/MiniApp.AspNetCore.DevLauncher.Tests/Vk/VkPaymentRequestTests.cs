using System.Net;
using MiniApp.AspNetCore.DevLauncher.Tests;

namespace VkMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The payment notifications that the page posts, held against the verifier of such notifications.</summary>
public class VkPaymentRequestTests
{
    private static readonly VkPaymentNotificationVerifier Verifier = new(VkApp.AppId, VkApp.Secret);

    [Theory]
    [InlineData("getItem", true, "get_item_test", null)]
    [InlineData("getItem", false, "get_item", null)]
    [InlineData("orderPaid", true, "order_status_change_test", "chargeable")]
    [InlineData("orderPaid", false, "order_status_change", "chargeable")]
    [InlineData("orderRefunded", true, "order_status_change_test", "refunded")]
    public async Task Notification_of_each_kind_is_one_of_vks(string type, bool isTest, string name, string? status)
    {
        await using var app = await VkApp.StartAsync();

        var result = Verifier.Verify(await SignAsync(
            app, $$"""{"userId":"42","type":"{{type}}","isTest":{{(isTest ? "true" : "false")}},"item":"монеты & co","orderId":"7"}"""));

        Assert.Equal(VkPaymentNotificationFailure.None, result.Failure);
        var notification = result.Notification!;
        Assert.Equal((name, isTest, 7L), (notification.NotificationType, notification.IsTest, notification.OrderId));
        Assert.Equal(("42", "монеты & co", status), (notification["user_id"], notification["item"], notification["status"]));
        Assert.Equal(status is null ? null : $"{VkApp.Now}", notification["date"]);
    }

    [Fact]
    public async Task Test_mode_is_what_is_sent_where_nothing_is_said()
    {
        await using var app = await VkApp.StartAsync();

        Assert.True(Verifier.Verify(await SignAsync(app, """{"userId":42,"item":"a","orderId":1}""")).Notification!.IsTest);
    }

    [Fact]
    public async Task Forged_notification_is_right_but_for_the_key()
    {
        await using var app = await VkApp.StartAsync();

        var body = await SignAsync(app, """{"userId":42,"item":"a","orderId":1,"isForged":true}""");

        Assert.Equal(VkPaymentNotificationFailure.InvalidSignature, Verifier.Verify(body).Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"userId":0,"item":"a","orderId":1}""")]
    [InlineData("""{"userId":42,"item":"a"}""")]
    [InlineData("""{"userId":42,"item":"a","orderId":0}""")]
    [InlineData("""{"userId":42,"item":"","orderId":1}""")]
    [InlineData("""{"userId":42,"item":null,"orderId":1}""")]
    [InlineData("""{"userId":42,"item":"\ud800","orderId":1}""")]
    [InlineData("""{"userId":42,"item":"a","orderId":1,"appId":7}""")]
    [InlineData("""{"userId":42,"item":"a","orderId":1,"type":"subscription"}""")]
    [InlineData("""{"userId":42,"item":"a","orderId":1,"address":"https://evil.example"}""")]
    public async Task Notification_that_vk_would_not_send_is_refused(string json)
    {
        await using var app = await VkApp.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await app.AskAsync(HttpMethod.Post, "/launcher/payment", json)).StatusCode);
    }

    [Theory]
    [InlineData(256, HttpStatusCode.OK)]
    [InlineData(257, HttpStatusCode.BadRequest)]
    public async Task Item_has_a_limit(int length, HttpStatusCode status)
    {
        await using var app = await VkApp.StartAsync();

        using var response = await app.AskAsync(
            HttpMethod.Post, "/launcher/payment", $$"""{"userId":42,"orderId":1,"item":"{{new string('x', length)}}"}""");

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_signed_without_the_secret()
    {
        await using var app = await VkApp.StartAsync();

        using var response = await app.AskAgainAsync("POST", "/launcher/payment", ("X-MiniApp-Launcher", ""));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("sig=", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> SignAsync(LauncherApp<VkSubject> app, string json) =>
        (await app.AnswerAsync(HttpMethod.Post, "/launcher/payment", json)).GetProperty("body").GetString()!;
}
