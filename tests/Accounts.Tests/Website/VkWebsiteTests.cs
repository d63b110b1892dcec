namespace Accounts.Tests.Website;

/// <summary>VK ID on a website ends at the same user as VK's mini app.</summary>
public sealed class VkWebsiteTests
{
    private const string Path = "/website/vk";

    [Theory]
    [InlineData("""{"user":{"user_id":"42"}}""")]
    [InlineData("""{"user":{"user_id":42}}""")]
    public async Task User_of_the_website_has_the_account_of_the_mini_app(string userInfo)
    {
        await using var site = await Site.StartAsync();
        using var page = site.App.OpenVk(42);
        var account = await page.SignInAsync();
        using var browser = site.OpenBrowser();
        site.Vk.UserInfo = userInfo;

        Assert.Equal(302, (await site.SignInAsync(browser, Path)).Status);
        var found = await Site.GetAsync(browser, "/website/account");
        Assert.Equal((200, account.Id), (found.Status, found.Id));
        Assert.Equal(["vk:42"], found.Links);
    }

    [Fact]
    public async Task Request_asks_for_a_code_with_a_challenge_and_a_state_that_VK_leaves_as_it_is()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        var asked = await Site.AskAsync(browser, Path);
        var query = Site.QueryOf(asked);

        Assert.Equal("https://id.vk.com/authorize", asked.GetLeftPart(UriPartial.Path));
        Assert.Equal((FakeVkId.ClientId, "code", "S256"), (query["client_id"], query["response_type"], query["code_challenge_method"]));
        Assert.Matches("^[A-Za-z0-9_-]{32,}$", query["state"]);
    }

    [Fact]
    public async Task Code_is_exchanged_with_the_device_and_without_a_secret()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        await site.SignInAsync(browser, Path);

        Assert.Equal(
            ["client_id", "code", "code_verifier", "device_id", "grant_type", "redirect_uri", "state"],
            site.Vk.Exchanged.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("https://localhost/website/vk/callback", site.Vk.Exchanged["redirect_uri"]);
    }

    [Theory]
    [InlineData("""{"error":"invalid_token","error_description":"access_token is missing or invalid"}""")]
    [InlineData("""{"user":{}}""")]
    [InlineData("""{"user":null}""")]
    [InlineData("""{"user":{"user_id":""}}""")]
    [InlineData("""{"user":{"user_id":"0"}}""")]
    [InlineData("""{"user":{"user_id":"-42"}}""")]
    [InlineData("""{"user":{"user_id":"app:42"}}""")]
    [InlineData("""{"user":{"user_id":null}}""")]
    [InlineData("[]")]
    [InlineData("no json")]
    public async Task Answer_without_a_user_signs_nobody_in(string userInfo)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        site.Vk.UserInfo = userInfo;
        var answer = await site.SignInAsync(browser, Path);

        Assert.Equal((401, "The sign-in did not succeed."), (answer.Status, answer.Detail));
        Assert.Equal(302, (await Site.GetAsync(browser, "/website/account")).Status);
        Assert.Equal(0, await site.App.CountAccountsAsync());
    }

    [Fact]
    public async Task Answer_is_taken_by_the_browser_that_asked_and_once()
    {
        await using var site = await Site.StartAsync();
        using var attacker = site.OpenBrowser();
        using var victim = site.OpenBrowser();
        var callback = site.Vk.Authorize(await Site.AskAsync(attacker, Path));

        Assert.Equal(401, (await Site.GetAsync(victim, callback)).Status);
        Assert.Equal(302, (await Site.GetAsync(attacker, callback)).Status);
        Assert.Equal(401, (await Site.GetAsync(attacker, callback)).Status);
    }

    [Theory]
    [InlineData("device_id-of-the-browser", "another")]
    [InlineData("code=code-0", "code=another")]
    public async Task Code_that_VK_refuses_signs_nobody_in(string text, string instead)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        var callback = site.Vk.Authorize(await Site.AskAsync(browser, Path)).Replace(text, instead, StringComparison.Ordinal);

        Assert.Equal(401, (await Site.GetAsync(browser, callback)).Status);
    }

    [Fact]
    public async Task Users_of_one_number_on_two_platforms_stay_two()
    {
        await using var site = await Site.StartAsync();
        using var first = site.OpenBrowser();
        using var second = site.OpenBrowser();
        site.Telegram.Claims["id"] = 42L;
        await site.SignInAsync(first, Path);
        await site.SignInAsync(second, "/website/telegram");

        Assert.Equal(["vk:42"], (await Site.GetAsync(first, "/website/account")).Links);
        Assert.Equal(["telegram:42"], (await Site.GetAsync(second, "/website/account")).Links);
    }
}
