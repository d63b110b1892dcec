namespace TelegramMiniApp.AspNetCore.DevLauncher.Tests;

/// <summary>The address that Telegram's web client opens, as telegram-web-app.js has it in its own <c>urlAppendHashParams</c>.</summary>
public class TelegramFrameAddressTests
{
    [Theory]
    [InlineData("/", null, "/#tgWebAppData=a%3D1")]
    [InlineData("/", "", "/#tgWebAppData=a%3D1")]
    [InlineData("/", "x", "/?tgWebAppStartParam=x#tgWebAppData=a%3D1")]
    [InlineData("/?a=b", "x&y", "/?a=b&tgWebAppStartParam=x%26y#tgWebAppData=a%3D1")]
    [InlineData("/?a=b", null, "/?a=b#tgWebAppData=a%3D1")]
    [InlineData("/#", null, "/#tgWebAppData=a%3D1")]
    [InlineData("/#top", "x", "/?tgWebAppStartParam=x#top?tgWebAppData=a%3D1")]
    [InlineData("/#/top?a", null, "/#/top?a&tgWebAppData=a%3D1")]
    [InlineData("/#a=b", null, "/#a=b&tgWebAppData=a%3D1")]
    [InlineData("https://app.example", "#", "https://app.example?tgWebAppStartParam=%23#tgWebAppData=a%3D1")]
    public void Init_data_stands_behind_what_the_page_has_in_its_fragment(string page, string? startParam, string address) =>
        Assert.Equal(address, TelegramFrameAddress.Create(new Uri(page, UriKind.RelativeOrAbsolute), "a=1", startParam));
}
