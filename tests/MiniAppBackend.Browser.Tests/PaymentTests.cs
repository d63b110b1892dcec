using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VkMiniApp;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>A payment notification that the developer sends to the own back end.</summary>
public sealed class PaymentTests(Chromium chromium)
{
    [Fact]
    public async Task Back_end_gets_what_vk_would_send_and_its_answer_is_shown()
    {
        await using var launcher = await Launcher.OpenWithAsync(chromium, services => services.AddSingleton<IStartupFilter>(new PaymentFilter()));
        var page = launcher.Page;
        await OpenFormAsync(launcher);
        await page.Locator("#payment-type").SelectOptionAsync("orderPaid");
        await page.Locator("#payment-order").FillAsync("9007199254740993");

        await page.Locator("#payment-order").PressAsync("Enter");
        await Expect(page.Locator("#payment-status")).ToHaveTextAsync("200");
        await Expect(page.Locator("#payment-verdict")).ToHaveTextAsync("VK could read this answer.");
        await Expect(page.Locator("#payment-body")).ToHaveTextAsync("{\n  \"response\": {\n    \"order_id\": 9007199254740993,\n    \"app_order_id\": \"<b>coins</b>\"\n  }\n}");
        await Expect(page.Locator("#send-payment")).ToBeFocusedAsync();
        await Expect(page.Locator("#payment-answer")).ToBeInViewportAsync(new() { Ratio = 1 });
        await launcher.TakePictureAsync("payment");

        await page.Locator("#payment-is-forged").CheckAsync();
        await page.Locator("#send-payment").ClickAsync();
        await Expect(page.Locator("#payment-body")).ToContainTextAsync("\"error_code\": 10");
    }

    [Theory]
    [InlineData("/missing", "404")]
    [InlineData("/vk/payments/away", "3xx")]
    [InlineData("/vk/payments/text", "200")]
    public async Task Answer_that_vk_could_not_read_is_said_to_be_one(string path, string status)
    {
        await using var launcher = await Launcher.OpenWithAsync(chromium, services => services.AddSingleton<IStartupFilter>(new PaymentFilter()));
        await OpenFormAsync(launcher);

        await launcher.Page.Locator("#payment-path").FillAsync(path);
        await launcher.Page.Locator("#send-payment").ClickAsync();

        await Expect(launcher.Page.Locator("#payment-status")).ToHaveTextAsync(status);
        await Expect(launcher.Page.Locator("#payment-verdict")).ToContainTextAsync("VK expects status 200");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("vk/payments")]
    public async Task Nothing_is_signed_for_an_address_elsewhere(string path)
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        var asked = false;
        launcher.Page.Request += (_, request) => asked |= request.Url.EndsWith("/vk/payment", StringComparison.Ordinal);
        await OpenFormAsync(launcher);
        await launcher.Page.Locator("#payment-path").FillAsync(path);
        await launcher.Page.Locator("#payment-path").EvaluateAsync("field => field.removeAttribute('pattern')");

        await launcher.Page.Locator("#send-payment").ClickAsync();

        await Expect(launcher.Page.Locator("#payment-error")).ToHaveTextAsync("A path of this application starts with one slash.");
        Assert.False(asked);
    }

    [Fact]
    public async Task Nobody_who_pays_is_said_in_words()
    {
        await using var launcher = await Launcher.OpenAsync(chromium);
        await launcher.Page.Locator("#user-id").FillAsync("0");
        await OpenFormAsync(launcher);

        await launcher.Page.Locator("#send-payment").ClickAsync();

        await Expect(launcher.Page.Locator("#payment-error")).ToHaveTextAsync("There has to be a user who pays.");
    }

    [Fact]
    public async Task Other_platforms_have_no_such_form()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);

        await Expect(launcher.Page.Locator("#payment")).ToHaveCountAsync(0);
    }

    private static Task OpenFormAsync(Launcher launcher) => launcher.Page.Locator("#payment summary").ClickAsync();

    /// <summary>The endpoint of docs/other-signatures.md, in short.</summary>
    private sealed class PaymentFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/vk/payments/away", away => away.Run(context =>
            {
                context.Response.Redirect("/");
                return Task.CompletedTask;
            }));
            app.Map("/vk/payments/text", text => text.Run(context => context.Response.WriteAsync("""{"response":1,"error":1}""")));
            app.Map("/vk/payments", payments => payments.Run(AnswerAsync));
            next(app);
        };

        private static async Task AnswerAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            var result = context.RequestServices.GetRequiredService<VkPaymentNotificationVerifier>().Verify(await reader.ReadToEndAsync());
            await context.Response.WriteAsync(result.Succeeded && context.Request.Headers.Cookie.Count == 0
                ? $$$"""{"response":{"order_id":{{{result.Notification.OrderId}}},"app_order_id":"<b>{{{result.Notification["item"]}}}</b>"}}"""
                : """{"error":{"error_code":10,"error_msg":"The signature is wrong.","critical":true}}""");
        }
    }
}
