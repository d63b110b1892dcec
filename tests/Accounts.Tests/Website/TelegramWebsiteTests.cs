using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace Accounts.Tests.Website;

/// <summary>Telegram's login on a website ends at the same user as its mini app.</summary>
public sealed class TelegramWebsiteTests
{
    private const string Path = "/website/telegram";

    [Fact]
    public async Task User_of_the_website_has_the_account_of_the_mini_app()
    {
        await using var site = await Site.StartAsync();
        using var page = site.App.OpenTelegram(7);
        var account = await page.SignInAsync();
        await page.KeepAsync("from the mini app");
        using var browser = site.OpenBrowser();

        Assert.Equal((302, "/website/account"), Redirect(await site.SignInAsync(browser, Path)));
        var answer = await Site.GetAsync(browser, "/website/account");
        Assert.Equal((200, account.Id), (answer.Status, answer.Id));
        Assert.Equal(["telegram:7"], answer.Links);
        Assert.Equal(["from the mini app"], answer.Notes);
    }

    [Fact]
    public async Task First_sign_in_on_the_website_makes_the_account_that_the_mini_app_finds()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        await site.SignInAsync(browser, Path);
        var answer = await Site.GetAsync(browser, "/website/account");
        using var page = site.App.OpenTelegram(7);

        Assert.Equal(201, answer.Status);
        Assert.Equal((200, answer.Id), ((await page.SignInAsync()).Status, (await page.GetAsync()).Id));
    }

    [Fact]
    public async Task Request_asks_for_a_code_with_a_challenge_and_without_a_nonce()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        var asked = await Site.AskAsync(browser, Path);
        var query = Site.QueryOf(asked);

        Assert.Equal("https://oauth.telegram.org/auth", asked.GetLeftPart(UriPartial.Path));
        Assert.Equal((FakeTelegram.ClientId, "code", "openid profile"), (query["client_id"], query["response_type"], query["scope"]));
        Assert.Equal(("S256", "https://localhost/website/telegram/callback"), (query["code_challenge_method"], query["redirect_uri"]));
        Assert.False(query.ContainsKey("nonce"));
        Assert.False(query.ContainsKey("response_mode"));
    }

    [Theory]
    [InlineData(9223372036854775807L, "telegram:9223372036854775807")]
    [InlineData("7", "telegram:7")]
    public async Task Id_may_be_a_number_or_a_text(object id, string expected)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        site.Telegram.Claims["id"] = id;
        await site.SignInAsync(browser, Path);

        Assert.Equal([expected], (await Site.GetAsync(browser, "/website/account")).Links);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-7L)]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("7.0")]
    [InlineData("telegram:7")]
    public async Task Token_without_an_id_signs_nobody_in_whatever_its_sub_is(object? id)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        site.Telegram.Claims["sub"] = "7";
        site.Telegram.Claims.Remove("id");
        if (id is not null)
        {
            site.Telegram.Claims["id"] = id;
        }

        await AssertRefusedAsync(site, browser);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("key")]
    [InlineData("unsigned")]
    [InlineData("unsigned, with something in the signature's place")]
    [InlineData("signature taken off")]
    public async Task Token_that_is_not_Telegrams_for_us_and_now_signs_nobody_in(string fault)
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        site.Telegram.Signature = fault switch { "signature taken off" => "", "unsigned, with something in the signature's place" => "AAAA", _ => null };
        site.Telegram.Spoil = token => _ = fault switch
        {
            "issuer" => token.Issuer = "https://oauth.example.org",
            "audience" => token.Audience = "51000009",
            "expired" => (object)(token.NotBefore = token.IssuedAt = token.NotBefore!.Value.AddHours(-3), token.Expires = token.Expires!.Value.AddHours(-2)),
            "key" => token.SigningCredentials = new(FakeTelegram.AnotherKey(), SecurityAlgorithms.RsaSha256),
            "signature taken off" => null,
            _ => token.SigningCredentials = null,
        };

        await AssertRefusedAsync(site, browser);
    }

    [Fact]
    public async Task Claims_that_look_like_ours_change_nobody()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        site.Telegram.Claims["miniapp_subject"] = "vk:1";
        site.Telegram.Claims["telegram_user_id"] = "1";
        site.Telegram.Claims["sub"] = "telegram:1";
        await site.SignInAsync(browser, Path);

        Assert.Equal(["telegram:7"], (await Site.GetAsync(browser, "/website/account")).Links);
    }

    [Fact]
    public async Task Answer_is_taken_by_the_browser_that_asked_and_once()
    {
        await using var site = await Site.StartAsync();
        using var attacker = site.OpenBrowser();
        using var victim = site.OpenBrowser();
        var callback = site.Telegram.Authorize(await Site.AskAsync(attacker, Path));

        Assert.Equal(401, (await Site.GetAsync(victim, callback)).Status);
        Assert.Equal(302, (await Site.GetAsync(attacker, callback)).Status);
        Assert.Equal(401, (await Site.GetAsync(attacker, callback)).Status);
        Assert.Equal(302, (await Site.GetAsync(victim, "/website/account")).Status); // to sign in
    }

    [Fact]
    public async Task User_who_cancels_is_told_so()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        var state = Site.QueryOf(await Site.AskAsync(browser, Path))["state"];
        var answer = await Site.GetAsync(browser, $"/website/telegram/callback?error=access_denied&state={Uri.EscapeDataString(state)}");

        Assert.Equal((401, "The sign-in did not succeed."), (answer.Status, answer.Detail));
        Assert.Equal(401, (await Site.GetAsync(browser, "/website/telegram/callback?code=x")).Status);
        Assert.Equal(401, (await Site.GetAsync(browser, "/website/telegram/callback?code=x&state=x")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Telegram_that_is_away_is_told_as_such(HttpStatusCode? answer)
    {
        await using var site = await Site.StartAsync(new Unreachable(answer));
        using var browser = site.OpenBrowser();

        Assert.Equal(503, (await Site.GetAsync(browser, Path)).Status);
    }

    [Fact]
    public async Task Banned_account_stays_shut_to_the_websites_cookie()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        await site.SignInAsync(browser, Path);
        await site.App.BanAsync((await Site.GetAsync(browser, "/website/account")).Id);

        Assert.Equal(403, (await Site.GetAsync(browser, "/website/account")).Status);
    }

    [Fact]
    public async Task Cookie_of_the_website_adds_no_way_in()
    {
        await using var site = await Site.StartAsync();
        using var browser = site.OpenBrowser();
        await site.SignInAsync(browser, Path);
        await Site.GetAsync(browser, "/website/account");
        using var asked = await browser.PostAsync("/account/link-codes", null);

        Assert.Equal(401, (int)asked.StatusCode);
    }

    private static (int Status, string Location) Redirect(Answer answer) => (answer.Status, answer.Challenge);

    private static async Task AssertRefusedAsync(Site site, HttpClient browser)
    {
        var answer = await site.SignInAsync(browser, Path);

        Assert.Equal((401, "The sign-in did not succeed."), (answer.Status, answer.Detail));
        Assert.Equal(302, (await Site.GetAsync(browser, "/website/account")).Status);
        Assert.Equal(0, await site.App.CountAccountsAsync());
    }
}
