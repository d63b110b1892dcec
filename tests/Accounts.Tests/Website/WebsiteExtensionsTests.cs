namespace Accounts.Tests.Website;

/// <summary>Which sign-ins the website has.</summary>
public sealed class WebsiteExtensionsTests
{
    [Theory]
    [InlineData("/website/telegram")]
    [InlineData("/website/vk")]
    public async Task Sign_in_without_settings_is_not_there(string path)
    {
        await using var app = new AccountsApp();
        using var browser = app.CreateClient();

        Assert.Equal(404, (await Site.GetAsync(browser, path)).Status);
    }
}
