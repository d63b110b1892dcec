using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>A page asks its user for the phone number, in the platform's way, and the back end says whether it is proved.</summary>
public sealed class ContactTests(Chromium chromium)
{
    [Theory]
    [InlineData("fresh", "200 79111234567")]
    [InlineData("denied", "The user declined.")]
    [InlineData("aged", "400 Expired")]
    [InlineData("datedAhead", "400 NotYetValid")]
    [InlineData("forged", "400 InvalidProof")]
    [InlineData("anotherUser", "400 OtherUser")]
    public async Task Telegram_s_contact_is_proved_or_refused(string kind, string answer)
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await ShareAsync(launcher, kind, answer);

        await Expect(launcher.BridgeMessage("web_app_request_phone")).ToContainTextAsync(kind == "denied" ? "cancelled" : "sent");
    }

    [Theory]
    [InlineData("fresh", "200 79111234567")]
    [InlineData("denied", "client.request_phone.user_refused_provide_phone_number")]
    [InlineData("aged", "400 Expired")]
    [InlineData("datedAhead", "400 NotYetValid")]
    [InlineData("forged", "400 InvalidProof")]
    [InlineData("anotherUser", "400 InvalidProof")]
    public async Task MAX_s_contact_is_proved_or_refused(string kind, string answer)
    {
        await using var launcher = await Launcher.OpenMaxAsync(chromium);
        await ShareAsync(launcher, kind, answer);

        await Expect(launcher.BridgeMessage("WebAppRequestPhone")).ToContainTextAsync(kind == "denied" ? "refused" : "answered");
    }

    [Theory]
    [InlineData("fresh", "200 79111234567")]
    [InlineData("denied", """{"error_type":"client_error","error_data":{"error_code":4,"error_reason":"User denied"}}""")]
    [InlineData("forged", "400 InvalidSignature")]
    [InlineData("anotherUser", "400 InvalidSignature")]
    public async Task VK_s_contact_is_proved_or_refused(string kind, string answer)
    {
        await using var launcher = await OpenVkAsync();
        await launcher.Page.Locator("#contact-kind").SelectOptionAsync(kind);

        Assert.Equal(answer, await launcher.Page.Frames[1].EvaluateAsync<string>(
            """
            async () => {
              try {
                const { phone_number, sign } = await vkBridge.send('VKWebAppGetPhoneNumber');
                const response = await fetch('/phone', {
                  method: 'POST',
                  headers: { Authorization: 'Bearer ' + location.search.slice(1), 'Content-Type': 'application/json' },
                  body: JSON.stringify({ phoneNumber: phone_number, sign }),
                });
                return `${response.status} ${await response.text()}`;
              } catch (error) {
                return JSON.stringify(error);
              }
            }
            """));
    }

    [Fact]
    public async Task VK_signs_an_address_and_no_card()
    {
        await using var launcher = await OpenVkAsync();

        var email = await SendAsync(launcher, "VKWebAppGetEmail");
        Assert.Matches("""^{"email":"ada@example.org","sign":"[\w-]{43}"}$""", email);
        Assert.Equal(
            """{"phone":"79111234567","email":"ada@example.org"}""", await SendAsync(launcher, "VKWebAppGetPersonalCard", "{ type: ['phone', 'email'] }"));
        Assert.Equal(
            """{"error_type":"client_error","error_data":{"error_code":5,"error_reason":"Invalid params"}}""",
            await SendAsync(launcher, "VKWebAppGetPersonalCard"));

        await launcher.Page.Locator("#contact-kind").SelectOptionAsync("denied");
        var denied = """{"error_type":"client_error","error_data":{"error_code":4,"error_reason":"User denied"}}""";
        Assert.Equal(denied, await SendAsync(launcher, "VKWebAppGetEmail"));
        Assert.Equal(denied, await SendAsync(launcher, "VKWebAppGetPersonalCard", "{ type: ['phone'] }"));
    }

    [Fact]
    public async Task What_the_user_does_can_be_changed_while_the_app_is_open()
    {
        await using var launcher = await Launcher.OpenMaxAsync(chromium);
        await ShareAsync(launcher, "denied", "client.request_phone.user_refused_provide_phone_number");

        await launcher.Page.Locator("#contact-kind").SelectOptionAsync("fresh");
        await launcher.Page.Locator("#phone-number").FillAsync("+70000000000");
        await launcher.App.Locator("#share").ClickAsync();

        await Expect(launcher.App.Locator("#phone")).ToHaveTextAsync("200 70000000000");
    }

    [Fact]
    public async Task A_number_that_is_none_is_no_contact_and_nothing_hangs()
    {
        await using var launcher = await Launcher.OpenTelegramAsync(chromium);
        await launcher.LaunchAsync();
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("200");

        await launcher.Page.Locator("#phone-number").FillAsync("none");
        await launcher.App.Locator("#share").ClickAsync();

        await Expect(launcher.App.Locator("#phone")).ToHaveTextAsync("The user declined.");
    }

    private static async Task ShareAsync(Launcher launcher, string kind, string answer)
    {
        await launcher.LaunchAsync(("contact-kind", kind));
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("200");
        await launcher.App.Locator("#share").ClickAsync();

        await Expect(launcher.App.Locator("#phone")).ToHaveTextAsync(answer);
    }

    private async Task<Launcher> OpenVkAsync()
    {
        var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchWithBridgeAsync(userId: 42);
        return launcher;
    }

    private static Task<string> SendAsync(Launcher launcher, string method, string request = "{}") => launcher.Page.Frames[1]
        .EvaluateAsync<string>($"async () => JSON.stringify(await vkBridge.send('{method}', {request}).catch(error => error))");
}
