using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>MAX's launcher, the smallest page of a mini app, and the back end.</summary>
public sealed class MaxTests(Chromium chromium)
{
    [Fact]
    public async Task Init_data_goes_from_the_launcher_through_the_page_to_the_server_and_comes_back_as_claims()
    {
        await using var launcher = await Launcher.OpenMaxAsync(chromium);
        await launcher.LaunchAsync(("user-id", "4000000000"), ("first-name", "Ада & Co+ 100%"), ("chat-id", "-7"), ("chat-type", "CHAT"), ("start-param", "order_7"));

        await Expect(launcher.App.Locator("#answer")).ToHaveTextAsync("""200 {"id":4000000000,"firstName":"Ада & Co+ 100%","language":"en"}""");
        await launcher.ExpectCallAsync(0, "GET /max/me", 200);
        await Expect(launcher.Calls).ToHaveCountAsync(1);
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync("Accepted");
        await Expect(launcher.Claim("max_first_name")).ToHaveTextAsync("Ада & Co+ 100%");
        await Expect(launcher.Claim("max_chat_type")).ToHaveTextAsync("CHAT");
        await Expect(launcher.Claim("max_start_param")).ToHaveTextAsync("order_7");
        await Expect(launcher.Claim("max_photo_url")).ToHaveTextAsync(new Uri(launcher.Backend.Address, "max-launcher/icon.svg").AbsoluteUri);
        await Expect(launcher.BridgeMessage("WebAppReady")).ToContainTextAsync("no answer");
        await Expect(launcher.Page.Locator("#appearance")).ToBeHiddenAsync(); // MAX tells a page nothing of it
        Assert.Equal(
            "web 25.9.16",
            await launcher.App.Locator("body").EvaluateAsync<string>(
                "() => { const launch = new URLSearchParams(location.hash.slice(1)); return `${launch.get('WebAppPlatform')} ${launch.get('WebAppVersion')}`; }"));
        await launcher.TakePictureAsync("max-accepted");
    }

    [Theory]
    [InlineData("forged", "Wrong proof")]
    [InlineData("anotherApp", "Wrong proof")]
    [InlineData("expired", "Expired")]
    [InlineData("datedAhead", "Dated ahead")]
    public async Task Bad_init_data_is_shown_as_refused(string kind, string verdict)
    {
        await using var launcher = await Launcher.OpenMaxAsync(chromium);
        await launcher.LaunchAsync(("kind", kind));

        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync(kind == "expired" ? "Too old" : "401");
        await launcher.ExpectCallAsync(0, "GET /max/me", 401);
        await Expect(launcher.Calls.First.Locator(".reason")).ToHaveTextAsync(verdict);
        await Expect(launcher.Page.Locator("#verdict")).ToHaveTextAsync(verdict);
    }

    [Theory]
    [InlineData("WebAppGetLaunchContext", "{}", "{\"entryPoint\":\"default\"}")]
    [InlineData("WebAppSetupSwipesBehavior", "{ allowVerticalSwipes: false }", "{\"allowVerticalSwipes\":false}")]
    [InlineData("WebAppSetupScreenCaptureBehavior", "{ isScreenCaptureEnabled: true }", "{\"isScreenCaptureEnabled\":true}")]
    [InlineData("WebAppChangeScreenBrightness", "{ maxBrightness: true }", "{\"maxBrightness\":true}")]
    [InlineData("WebAppHapticFeedbackImpact", "{ impactStyle: 'light' }", "{}")]
    [InlineData("WebAppNfcGetInfo", "{}", "{\"available\":false,\"enabled\":false,\"accessRevoked\":false}")]
    [InlineData("WebAppOpenCodeReader", "{}", "{\"error\":{\"code\":\"client.open_code_reader.not_supported\"}}")]
    [InlineData("WebAppShare", "{ text: 'x' }", "{\"error\":{\"code\":\"client.share.not_supported\"}}")]
    [InlineData("WebAppOfTomorrow", "{}", "{\"error\":{\"code\":\"client.of_tomorrow.not_supported\"}}")]
    public async Task Whatever_waits_for_an_answer_gets_one(string type, string request, string answer)
    {
        await using var launcher = await OpenAsync();

        Assert.Equal(answer, await AskAsync(launcher, type, request));
        await Expect(launcher.BridgeMessage(type)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Viewport_is_what_the_client_leaves_of_a_phone()
    {
        await using var launcher = await OpenAsync();
        var height = await launcher.Page.Frames[1].EvaluateAsync<int>("() => innerHeight");

        Assert.InRange(height, 700, 844);
        Assert.Equal($$"""{"width":390,"height":{{height}}}""", await AskAsync(launcher, "WebAppGetViewportSize", "{}"));
    }

    [Theory]
    [InlineData("DeviceStorage")]
    [InlineData("SecureStorage")]
    public async Task What_the_page_keeps_is_its_user_s_and_outlives_a_launch(string storage)
    {
        await using var launcher = await OpenAsync();
        Assert.Equal("""{"value":null}""", await AskAsync(launcher, $"WebApp{storage}GetKey", "{ key: 'a' }"));
        Assert.Equal("{}", await AskAsync(launcher, $"WebApp{storage}SaveKey", "{ key: 'a', value: 'b' }"));
        Assert.Equal("{}", await AskAsync(launcher, $"WebApp{storage}SaveKey", "{ key: '__proto__', value: 'c' }"));

        await launcher.LaunchAsync(("user-id", "43"));
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("\"id\":43");
        Assert.Equal("""{"value":null}""", await AskAsync(launcher, $"WebApp{storage}GetKey", "{ key: 'a' }"));

        await launcher.LaunchAsync(("user-id", "42"));
        await Expect(launcher.App.Locator("#answer")).ToContainTextAsync("\"id\":42");
        Assert.Equal("""{"value":"b"}""", await AskAsync(launcher, $"WebApp{storage}GetKey", "{ key: 'a' }"));
        Assert.Equal("""{"value":"c"}""", await AskAsync(launcher, $"WebApp{storage}GetKey", "{ key: '__proto__' }"));
        Assert.Equal("{}", await AskAsync(launcher, $"WebApp{storage}SaveKey", "{ key: 'a', value: null }"));
        Assert.Equal("""{"value":null}""", await AskAsync(launcher, $"WebApp{storage}GetKey", "{ key: 'a' }"));
        Assert.Equal("{}", await AskAsync(launcher, $"WebApp{storage}Clear", "{}"));
        Assert.Equal("""{"value":null}""", await AskAsync(launcher, $"WebApp{storage}GetKey", "{ key: '__proto__' }"));
    }

    [Fact]
    public async Task The_back_button_is_there_while_the_page_wants_it_and_its_press_is_an_event()
    {
        await using var launcher = await OpenAsync();
        var app = launcher.Page.Frames[1];
        var back = launcher.Page.GetByRole(AriaRole.Button, new() { Name = "Back" });
        await app.EvaluateAsync("() => { WebApp.sendEvent = type => { window.heard = type; }; }");

        await app.EvaluateAsync("() => tell('WebAppSetupBackButton', { isVisible: true })");
        await back.ClickAsync();
        await Expect(launcher.BridgeMessage("WebAppBackButtonPressed")).ToContainTextAsync("event");
        Assert.Equal("WebAppBackButtonPressed", await app.EvaluateAsync<string>("() => window.heard"));

        await app.EvaluateAsync("() => tell('WebAppSetupBackButton', { isVisible: false })");
        await Expect(back).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_can_not_hear_the_answers_is_told_of_in_the_panel()
    {
        await using var launcher = await OpenAsync();
        var app = launcher.Page.Frames[1];
        await app.EvaluateAsync("() => { delete window.WebApp; addEventListener('message', ({ data }) => { window.heard = data; }); tell('WebAppGetLaunchContext', { requestId: '1' }); }");

        await Expect(launcher.BridgeMessage("WebAppGetLaunchContext")).ToContainTextAsync("not heard");
        await Expect(launcher.Page.Locator("#bridge-hint")).ToContainTextAsync("its requests time out");
        Assert.Equal("""{"type":"WebAppGetLaunchContext","entryPoint":"default","requestId":"1"}""", await app.EvaluateAsync<string>("() => window.heard"));
        await launcher.TakePictureAsync("max-unheard");
    }

    [Fact]
    public async Task A_page_whose_receiver_fails_has_not_heard()
    {
        await using var launcher = await OpenAsync();
        await launcher.Page.Frames[1].EvaluateAsync("() => { WebApp.sendEvent = () => { throw new Error('mine'); }; tell('WebAppGetLaunchContext', { requestId: '1' }); }");

        await Expect(launcher.BridgeMessage("WebAppGetLaunchContext")).ToContainTextAsync("not heard");
    }

    [Theory]
    [InlineData("'text'")]
    [InlineData("'null'")]
    [InlineData("'{\"type\":7}'")]
    [InlineData("'{\"type\":\"Other\"}'")]
    [InlineData("{ type: 'WebAppReady' }")]
    [InlineData("null")]
    public async Task What_is_no_message_of_the_script_is_left_alone(string message)
    {
        await using var launcher = await OpenAsync();

        await launcher.Page.Frames[1].EvaluateAsync($"() => parent.postMessage({message}, '*')");

        Assert.Equal("""{"entryPoint":"default"}""", await AskAsync(launcher, "WebAppGetLaunchContext", "{}"));
        await Expect(launcher.Page.GetByTestId("bridge-message")).ToHaveCountAsync(2);
    }

    private async Task<Launcher> OpenAsync()
    {
        var launcher = await Launcher.OpenMaxAsync(chromium, new() { ViewportSize = new() { Width = 1440, Height = 1000 } });
        await launcher.LaunchAsync(("platform", "android"));
        await Expect(launcher.BridgeMessage("WebAppReady")).ToBeVisibleAsync();
        return launcher;
    }

    /// <summary>What the page gets to a request, whether it is an answer or an error.</summary>
    private static Task<string> AskAsync(Launcher launcher, string type, string request) => launcher.Page.Frames[1].EvaluateAsync<string>(
        $"async () => {{ const waits = new Promise((resolve, reject) => waiting.set('asked', {{ resolve, reject }})); tell('{type}', {{ ...{request}, requestId: 'asked' }}); return JSON.stringify(await waits.catch(error => error)); }}");
}
