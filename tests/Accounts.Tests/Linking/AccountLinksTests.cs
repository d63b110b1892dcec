namespace Accounts.Tests.Linking;

/// <summary>A second platform comes to an account: with a proof of both, or not at all.</summary>
public sealed class AccountLinksTests : IDisposable
{
    private readonly AccountsApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Both_sides_see_what_is_about_to_happen_and_then_share_an_account()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        var account = await vk.SignInAsync();

        var asked = await vk.AskAsync();
        var offer = await telegram.OfferAsync(asked.Code);
        var preview = await vk.PreviewAsync(offer.Code);
        var accepted = await vk.AcceptAsync(offer.Code, "telegram:7");

        Assert.Equal((200, 600, 22), (asked.Status, asked.Json.GetProperty("expiresIn").GetInt32(), asked.Code.Length));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", asked.Code);
        Assert.Equal((200, false), (offer.Status, offer.Json.GetProperty("merges").GetBoolean()));
        Assert.Equal("vk:42", offer.Json.GetProperty("account").GetProperty("links")[0].GetProperty("subject").GetString());
        Assert.NotEqual(asked.Code, offer.Code);
        Assert.Equal("""{"subject":"telegram:7","merges":false}""", preview.Body);
        Assert.Equal(204, accepted.Status);
        Assert.Equal(["telegram:7", "vk:42"], (await vk.GetAsync()).Links);
        Assert.Equal(account.Id, (await telegram.SignInAsync()).Id);
        Assert.Equal(1, await _app.CountAccountsAsync());
    }

    [Fact]
    public async Task Third_platform_comes_by_any_of_the_others()
    {
        var account = await _app.LinkAsync(vk: 42, telegram: 7);
        using var telegram = _app.OpenTelegram(7);
        using var max = _app.OpenMax(9);
        var offer = await max.OfferAsync((await telegram.AskAsync()).Code);

        Assert.Equal(204, (await telegram.AcceptAsync(offer.Code, "max:9")).Status);
        Assert.Equal(["max:9", "telegram:7", "vk:42"], (await max.GetAsync()).Links);
        Assert.Equal(account, (await max.GetAsync()).Id);
    }

    [Fact]
    public async Task Thief_of_the_code_gets_nowhere_without_the_accounts_own_word()
    {
        using var owner = _app.OpenVk(42);
        using var thief = _app.OpenTelegram(666);
        using var mine = _app.OpenTelegram(7);
        await owner.SignInAsync();
        var code = (await owner.AskAsync()).Code;
        var stolen = await thief.OfferAsync(code);

        // The owner's own second screen says that the code is used, and shows no answer to bring back.
        Assert.Equal(404, (await mine.OfferAsync(code)).Status);
        Assert.Equal(404, (await thief.AcceptAsync(stolen.Code, "telegram:666")).Status);
        await thief.SignInAsync();
        Assert.Equal(404, (await thief.AcceptAsync(stolen.Code, "telegram:666")).Status);
        Assert.Equal(["vk:42"], (await owner.GetAsync()).Links);
        Assert.Equal(["telegram:666"], (await thief.GetAsync()).Links);
    }

    [Fact]
    public async Task Code_that_is_sent_to_a_victim_links_nobody_without_the_victims_answer()
    {
        using var attacker = _app.OpenVk(666);
        using var victim = _app.OpenTelegram(7);
        await attacker.SignInAsync();
        await victim.SignInAsync();
        await victim.KeepAsync("a secret");
        var code = (await attacker.AskAsync()).Code;
        var shown = await victim.OfferAsync(code); // only the victim's screen shows it, with the account that it is for

        Assert.Equal("vk:666", shown.Json.GetProperty("account").GetProperty("links")[0].GetProperty("subject").GetString());
        Assert.Equal(404, (await attacker.AcceptAsync(code, "telegram:7", merge: true)).Status);
        Assert.Equal(404, (await attacker.PreviewAsync(code)).Status);
        Assert.Empty((await attacker.GetAsync()).Notes);
        Assert.Equal(["a secret"], (await victim.GetAsync()).Notes);
    }

    [Fact]
    public async Task Answer_is_for_one_account_and_one_user_and_one_time()
    {
        using var vk = _app.OpenVk(42);
        using var other = _app.OpenVk(43);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        await other.SignInAsync();
        var answer = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;

        Assert.Equal(404, (await other.OfferAsync(answer)).Status);
        Assert.Equal(404, (await other.AcceptAsync(answer, "telegram:7")).Status);
        Assert.Equal(404, (await other.PreviewAsync(answer)).Status);
        Assert.Equal(404, (await vk.AcceptAsync(answer, "telegram:8")).Status);
        Assert.Equal(404, (await vk.AcceptAsync(answer, "vk:42")).Status);
        Assert.Equal(404, (await vk.AcceptAsync(answer, "nobody")).Status);
        Assert.Equal(404, (await vk.AcceptAsync(answer, "*")).Status);
        Assert.Equal(204, (await vk.AcceptAsync(answer, "telegram:7")).Status);
        Assert.Equal(404, (await vk.AcceptAsync(answer, "telegram:7")).Status);
    }

    [Fact]
    public async Task Link_request_that_is_replayed_after_the_link_went_brings_nothing_back()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        var code = (await vk.AskAsync()).Code;
        var answer = (await telegram.OfferAsync(code)).Code;
        await vk.AcceptAsync(answer, "telegram:7");
        Assert.Equal(204, (await vk.UnlinkAsync("telegram:7")).Status);
        using var again = _app.OpenTelegram(7);

        Assert.Equal(404, (await again.OfferAsync(code)).Status);
        Assert.Equal(404, (await vk.AcceptAsync(answer, "telegram:7")).Status);
        Assert.Equal(["vk:42"], (await vk.GetAsync()).Links);
    }

    [Theory]
    [InlineData(599, 200, 204)]
    [InlineData(600, 404, 404)]
    public async Task Codes_live_for_ten_minutes_each(int seconds, int offered, int accepted)
    {
        using var vk = _app.OpenVk(42);
        await vk.SignInAsync();
        using var telegram = _app.OpenTelegram(7);
        using var max = _app.OpenMax(9);
        var answer = (await max.OfferAsync((await vk.AskAsync()).Code)).Code;
        var code = (await vk.AskAsync()).Code;
        _app.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(offered, (await telegram.OfferAsync(code)).Status);
        Assert.Equal(accepted, (await vk.AcceptAsync(answer, "max:9")).Status);
    }

    [Fact]
    public async Task New_code_voids_the_one_before()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        var (first, second) = ((await vk.AskAsync()).Code, (await vk.AskAsync()).Code);

        Assert.Equal((404, 200), ((await telegram.OfferAsync(first)).Status, (await telegram.OfferAsync(second)).Status));
    }

    [Fact]
    public async Task Codes_are_kept_as_hashes_and_expired_ones_not_at_all()
    {
        using var vk = _app.OpenVk(42);
        using var other = _app.OpenVk(43);
        await vk.SignInAsync();
        await other.SignInAsync();
        var code = (await vk.AskAsync()).Code;
        var kept = await _app.WithDatabaseAsync(db => Task.FromResult(Assert.Single(db.LinkCodes)));
        _app.Advance(TimeSpan.FromMinutes(10));
        await other.AskAsync();

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(code)), kept.Hash);
        Assert.Equal(1, await _app.WithDatabaseAsync(db => Task.FromResult(db.LinkCodes.Count())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("\u0000")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\ud83d\ude00")]
    public async Task Code_that_nobody_made_is_unknown(string code)
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        await vk.AskAsync();

        Assert.Equal(404, (await telegram.OfferAsync(code)).Status);
        Assert.Equal(404, (await vk.PreviewAsync(code)).Status);
        Assert.Equal(404, (await vk.AcceptAsync(code, "telegram:7")).Status);
        Assert.Equal(404, (await telegram.OfferAsync(new string('x', 100_000))).Status);
    }

    [Fact]
    public async Task Link_that_is_there_is_told_as_such()
    {
        await _app.LinkAsync(vk: 42, telegram: 7);
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        var code = (await vk.AskAsync()).Code;

        Assert.Equal((409, "It is a link of this account already."), await StatusAndDetailAsync(telegram.OfferAsync(code)));
        Assert.Equal(409, (await vk.OfferAsync(code)).Status);
    }

    [Fact]
    public async Task One_code_at_once_is_answered_once()
    {
        using var vk = _app.OpenVk(42);
        await vk.SignInAsync();
        var code = (await vk.AskAsync()).Code;
        var pages = Enumerable.Range(1, 10).Select(id => _app.OpenTelegram(id)).ToArray();
        var answers = await AccountsApp.AtOnceAsync(pages.Length, index => pages[index].OfferAsync(code));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(9, answers.Count(answer => answer.Status == 404));
        Assert.All(pages, page => page.Dispose());
    }

    [Fact]
    public async Task One_answer_at_once_links_once()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        var answer = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;
        var answers = await AccountsApp.AtOnceAsync(10, _ => vk.AcceptAsync(answer, "telegram:7"));

        Assert.Single(answers, answer => answer.Status == 204);
        Assert.Equal(9, answers.Count(answer => answer.Status == 404));
        Assert.Equal(["telegram:7", "vk:42"], (await vk.GetAsync()).Links);
    }

    [Fact]
    public async Task One_user_at_once_goes_to_one_of_several_accounts()
    {
        using var telegram = _app.OpenTelegram(7);
        var pages = Enumerable.Range(1, 8).Select(id => _app.OpenVk(id)).ToArray();
        var codes = new List<string>();
        foreach (var page in pages)
        {
            await page.SignInAsync();
            codes.Add((await telegram.OfferAsync((await page.AskAsync()).Code)).Code);
        }

        var answers = await AccountsApp.AtOnceAsync(pages.Length, index => pages[index].AcceptAsync(codes[index], "telegram:7", merge: true));
        var winner = pages[Array.FindIndex(answers, answer => answer.Status == 204)];

        Assert.Single(answers, answer => answer.Status == 204);
        Assert.Equal(7, answers.Count(answer => answer.Status == 409));
        Assert.Contains("telegram:7", (await winner.GetAsync()).Links);
        Assert.Equal(8, await _app.CountAccountsAsync());
        Assert.All(pages, page => page.Dispose());
    }

    [Fact]
    public async Task First_sign_in_and_link_at_once_leave_the_user_one_account()
    {
        for (var id = 1; id <= 5; id++)
        {
            using var vk = _app.OpenVk(id);
            using var telegram = _app.OpenTelegram(id);
            await vk.SignInAsync();
            var answer = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;
            var answers = await AccountsApp.AtOnceAsync(2, index => index == 0 ? telegram.SignInAsync() : vk.AcceptAsync(answer, $"telegram:{id}"));
            var isLinked = answers[1].Status == 204;

            Assert.True(isLinked ? answers[0].Status == 200 : (answers[0].Status, answers[1].Status) == (201, 409), answers[0].Body + answers[1].Body);
            Assert.Equal(isLinked, (await telegram.GetAsync()).Links.Contains($"vk:{id}"));
        }
    }

    [Fact]
    public async Task Session_is_not_enough_to_add_a_way_in()
    {
        using var page = _app.OpenTelegram(7);
        await page.SignInAsync();
        using var session = await _app.ExchangeAsync(page);
        Answer[] answers =
        [
            await session.AskAsync(), await session.OfferAsync("x"), await session.PreviewAsync("x"),
            await session.AcceptAsync("x", "vk:1"), await session.UnlinkAsync("telegram:7"),
        ];

        Assert.All(answers, answer => Assert.Equal(401, answer.Status));
        Assert.All(answers, answer => Assert.Contains("reason=\"stale\"", answer.Challenge, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Launch_that_somebody_else_has_used_adds_no_way_in()
    {
        using var page = _app.OpenVk(42);
        await page.SignInAsync();
        Assert.Equal(200, (await page.AskAsync()).Status);
        using var thief = new Page(CopyOf(page));

        Assert.Contains("reason=\"replayed\"", (await thief.AskAsync()).Challenge, StringComparison.Ordinal);
        Assert.Equal(200, (await page.AskAsync()).Status);
    }

    [Fact]
    public async Task Forged_or_blocked_user_offers_nothing()
    {
        using var vk = _app.OpenVk(42);
        await vk.SignInAsync();
        var code = (await vk.AskAsync()).Code;
        using var forged = _app.OpenTelegram(new TelegramMiniApp.Testing.TelegramTestLaunch(7).Forged());
        await _app.BlockAsync("telegram:8");
        using var blocked = _app.OpenTelegram(8);

        Assert.Equal(401, (await forged.OfferAsync(code)).Status);
        Assert.Contains("reason=\"banned\"", (await blocked.OfferAsync(code)).Challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Banned_account_gets_no_further_link()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        using var max = _app.OpenMax(9);
        await vk.SignInAsync();
        var answer = (await max.OfferAsync((await vk.AskAsync()).Code)).Code;
        var code = (await vk.AskAsync()).Code;
        await _app.ExecuteAsync("UPDATE Accounts SET IsBanned = 1");

        Assert.Equal((403, "An account is banned."), await StatusAndDetailAsync(telegram.OfferAsync(code)));
        Assert.Equal(403, (await vk.AcceptAsync(answer, "max:9")).Status);
    }

    private static async Task<(int Status, string Detail)> StatusAndDetailAsync(Task<Answer> sent) => ((await sent).Status, (await sent).Detail);

    private HttpClient CopyOf(Page page)
    {
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = page.Authorization;
        return client;
    }
}
