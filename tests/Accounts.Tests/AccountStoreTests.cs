using System.Text;
using TelegramMiniApp;
using TelegramMiniApp.Testing;

namespace Accounts.Tests;

/// <summary>Accounts, and the way into them.</summary>
public sealed class AccountStoreTests : IDisposable
{
    private readonly AccountsApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task First_sign_in_makes_an_account_and_the_next_finds_it()
    {
        using var page = _app.OpenVk(42);
        Assert.Equal(404, (await page.GetAsync()).Status);

        var first = await page.SignInAsync();
        using var later = _app.OpenVk(42);
        var second = await later.SignInAsync();

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(["vk:42"], (await later.GetAsync()).Links);
        Assert.Equal(1, await _app.CountAccountsAsync());
    }

    [Fact]
    public async Task Same_number_on_three_platforms_is_three_people()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(42);
        using var max = _app.OpenMax(42);
        Answer[] answers = [await vk.SignInAsync(), await telegram.SignInAsync(), await max.SignInAsync()];

        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Equal(["vk:42", "telegram:42", "max:42"], answers.Select(answer => Assert.Single(answer.Links)));
        Assert.Equal(3, await _app.CountAccountsAsync());
    }

    [Fact]
    public async Task First_sign_ins_at_once_make_one_account()
    {
        using var page = _app.OpenVk(42);
        var answers = await AccountsApp.AtOnceAsync(12, _ => page.SignInAsync());

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 201, answer.Body));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        Assert.Equal(1, await _app.CountAccountsAsync());
    }

    [Fact]
    public async Task User_name_that_somebody_else_has_now_opens_no_account()
    {
        using var before = _app.OpenTelegram(Named("ada", 1));
        await before.SignInAsync();
        await before.KeepAsync("a secret");
        using var after = _app.OpenTelegram(Named("ada", 2));
        var answer = await after.SignInAsync();

        Assert.Equal(201, answer.Status);
        Assert.Equal(["telegram:2"], answer.Links);
        Assert.Empty(answer.Notes);
    }

    [Fact]
    public async Task Session_opens_the_account_of_its_launch()
    {
        using var page = _app.OpenTelegram(42);
        var account = await page.SignInAsync();
        using var session = await _app.ExchangeAsync(page);

        Assert.Equal(account.Id, (await session.GetAsync()).Id);
        Assert.Equal(204, (await session.KeepAsync("a note")).Status);
        Assert.Equal(["a note"], (await page.GetAsync()).Notes);
    }

    [Fact]
    public async Task Request_without_a_user_is_told_to_bring_one()
    {
        using var nobody = new Page(_app.CreateClient());

        Assert.Equal((401, 401), ((await nobody.SignInAsync()).Status, (await nobody.AskAsync()).Status));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"code":null,"subject":"telegram:42"}""")]
    public async Task Body_that_is_none_is_a_bad_request(string body)
    {
        using var page = _app.OpenVk(42);
        await page.SignInAsync();

        foreach (var path in (string[])["/account/notes", "/account/offers", "/account/links", "/account/links/preview"])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            Assert.Equal((path, 400), (path, (await page.SendAsync(HttpMethod.Post, path, content)).Status));
        }
    }

    [Theory]
    [InlineData(1000, 204)]
    [InlineData(1001, 400)]
    public async Task Note_has_a_longest_length(int length, int expected)
    {
        using var page = _app.OpenVk(42);
        await page.SignInAsync();

        Assert.Equal(expected, (await page.KeepAsync(new string('x', length))).Status);
    }

    [Fact]
    public async Task Database_that_is_away_is_told_as_such()
    {
        using var page = _app.OpenVk(42);
        await page.SignInAsync();
        await _app.ExecuteAsync("ALTER TABLE Links RENAME TO Gone");

        Assert.Equal(503, (await page.GetAsync()).Status);
        Assert.Equal(503, (await page.SignInAsync()).Status);
    }

    [Fact]
    public async Task Ban_is_of_the_person_on_every_platform()
    {
        var account = await _app.LinkAsync(vk: 42, telegram: 7);
        await _app.BanAsync(account);
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);

        Assert.Equal(401, (await vk.GetAsync()).Status);
        Assert.Contains("reason=\"banned\"", (await telegram.SignInAsync()).Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ban_holds_where_the_list_of_revocations_was_lost()
    {
        await _app.LinkAsync(vk: 42, telegram: 7);
        await _app.ExecuteAsync("UPDATE Accounts SET IsBanned = 1");
        using var telegram = _app.OpenTelegram(7);

        Answer[] answers =
        [
            await telegram.SignInAsync(), await telegram.GetAsync(), await telegram.KeepAsync("x"),
            await telegram.AskAsync(), await telegram.UnlinkAsync("telegram:7"),
        ];

        Assert.All(answers, answer => Assert.Equal((403, "The account is banned."), (answer.Status, answer.Detail)));
    }

    private static TelegramTestLaunch Named(string username, long id) =>
        new(new TelegramInitDataDescriptor
        {
            User = new TelegramUser { Id = id, FirstName = "Ada", Username = username },
        });
}
