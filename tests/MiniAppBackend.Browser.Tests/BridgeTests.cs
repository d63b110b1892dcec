using System.Text.Json;
using Microsoft.Playwright;
using VkMiniApp;
using static Microsoft.Playwright.Assertions;

namespace MiniAppBackend.Browser.Tests;

/// <summary>The launcher as the host of the real bridge, beyond what the sample's page asks.</summary>
public sealed class BridgeTests(Chromium chromium)
{
    [Fact]
    public async Task What_the_launcher_can_not_do_is_refused_in_the_bridge_s_own_words()
    {
        await using var launcher = await OpenAsync();

        Assert.Equal(
            """{"error_type":"client_error","error_data":{"error_code":6,"error_reason":"Unsupported platform"}}""",
            await EvaluateAsync(launcher, "vkBridge.send('VKWebAppCallAPIMethod').catch(error => error)"));
        await Expect(launcher.BridgeMessage("VKWebAppCallAPIMethod")).ToContainTextAsync("refused");
    }

    [Theory]
    [InlineData("VKWebAppGetLaunchParams", "true")]
    [InlineData("VKWebAppCallAPIMethod", "false")]
    public async Task The_bridge_knows_what_the_launcher_can_do(string method, string answer)
    {
        await using var launcher = await OpenAsync();

        Assert.Equal(answer, await EvaluateAsync(launcher, $"vkBridge.supportsAsync('{method}')"));
    }

    [Fact]
    public async Task The_launch_parameters_have_the_types_that_VK_gives_them()
    {
        await using var launcher = await OpenAsync();
        var answer = JsonDocument.Parse(await EvaluateAsync(launcher, "vkBridge.send('VKWebAppGetLaunchParams')")).RootElement;

        Assert.Equal(42, answer.GetProperty("vk_user_id").GetInt64());
        Assert.Equal(1_700_000_000, answer.GetProperty("vk_ts").GetInt64());
        Assert.Equal("en", answer.GetProperty("vk_language").GetString());
        Assert.Equal(43, answer.GetProperty("sign").GetString()!.Length);
    }

    [Fact]
    public async Task What_the_page_has_signed_through_the_bridge_is_what_the_verifier_of_such_hashes_accepts()
    {
        await using var launcher = await OpenAsync();
        var clock = launcher.Backend.Clock;
        var launch = new VkLaunchParamsVerifier(new VkLaunchParamsVerifierOptions { TimeProvider = clock }.AddApp(Backend.AppId, Backend.Secret))
            .Verify(launcher.Backend.Sign(new() { UserId = 42 })).LaunchParams;
        var verifier = new VkCreatedHashVerifier(new VkCreatedHashVerifierOptions { TimeProvider = clock }.AddApp(Backend.AppId, Backend.Secret));

        var hash = JsonDocument.Parse(await EvaluateAsync(launcher, "vkBridge.send('VKWebAppCreateHash', { payload: 'order 7' })")).RootElement;
        var (ts, sign) = (hash.GetProperty("ts").GetInt64(), hash.GetProperty("sign").GetString());

        Assert.Equal(VkCreatedHashFailure.None, verifier.Verify(launch, "order 7", ts, sign).Failure);
        Assert.Equal(VkCreatedHashFailure.InvalidSignature, verifier.Verify(launch, "order 8", ts, sign).Failure);
    }

    [Fact]
    public async Task A_hash_of_nothing_is_refused_as_VK_refuses_it()
    {
        await using var launcher = await OpenAsync();

        Assert.Equal(
            """{"error_type":"client_error","error_data":{"error_code":5,"error_reason":"Invalid params"}}""",
            await EvaluateAsync(launcher, "vkBridge.send('VKWebAppCreateHash').catch(error => error)"));
    }

    /// <summary>The page with a bridge that the test can use too.</summary>
    private async Task<Launcher> OpenAsync()
    {
        var launcher = await Launcher.OpenAsync(chromium);
        await launcher.LaunchWithBridgeAsync(userId: 42);
        return launcher;
    }

    private static Task<string> EvaluateAsync(Launcher launcher, string promise) =>
        AppFrame(launcher).EvaluateAsync<string>($"async () => JSON.stringify(await {promise})");

    private static IFrame AppFrame(Launcher launcher) => launcher.Page.Frames[1];
}
