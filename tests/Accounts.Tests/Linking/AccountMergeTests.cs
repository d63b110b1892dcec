namespace Accounts.Tests.Linking;

/// <summary>Two accounts of one person become one, if both sides say so: all of it, or nothing.</summary>
public sealed class AccountMergeTests : IDisposable
{
    private readonly AccountsApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Links_and_notes_move_and_the_other_account_is_gone()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        var account = await vk.SignInAsync();
        await telegram.SignInAsync();
        await vk.KeepAsync("from VK");
        await telegram.KeepAsync("from Telegram");

        var offer = await telegram.OfferAsync((await vk.AskAsync()).Code);
        Assert.True(offer.Json.GetProperty("merges").GetBoolean());
        Assert.Equal("""{"subject":"telegram:7","merges":true}""", (await vk.PreviewAsync(offer.Code)).Body);
        Assert.Equal(204, (await vk.AcceptAsync(offer.Code, "telegram:7", merge: true)).Status);

        var merged = await telegram.GetAsync();
        Assert.Equal(account.Id, merged.Id);
        Assert.Equal(["telegram:7", "vk:42"], merged.Links);
        Assert.Equal(["from Telegram", "from VK"], merged.Notes);
        Assert.Equal(1, await _app.CountAccountsAsync());
    }

    [Fact]
    public async Task All_links_of_the_other_account_move_and_its_sessions_go_on()
    {
        await _app.LinkAsync(vk: 42, telegram: 7);
        using var max = _app.OpenMax(9);
        var account = await max.SignInAsync();
        using var vk = _app.OpenVk(42);
        using var session = await _app.ExchangeAsync(_app.OpenTelegram(7));
        var offer = await vk.OfferAsync((await max.AskAsync()).Code);

        Assert.Equal(204, (await max.AcceptAsync(offer.Code, "vk:42", merge: true)).Status);
        Assert.Equal(["max:9", "telegram:7", "vk:42"], (await session.GetAsync()).Links);
        Assert.Equal(account.Id, (await session.GetAsync()).Id);
    }

    [Fact]
    public async Task Account_swallows_no_other_without_saying_so()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        await telegram.SignInAsync();
        var answer = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;

        Assert.Equal(409, (await vk.AcceptAsync(answer, "telegram:7")).Status);
        Assert.Equal(2, await _app.CountAccountsAsync());
        Assert.Equal(204, (await vk.AcceptAsync(answer, "telegram:7", merge: true)).Status);
    }

    [Fact]
    public async Task Account_that_came_after_the_offer_is_not_swallowed()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        var offer = await telegram.OfferAsync((await vk.AskAsync()).Code);
        Assert.False(offer.Json.GetProperty("merges").GetBoolean());
        await telegram.SignInAsync();
        await telegram.KeepAsync("mine");

        Assert.Equal(409, (await vk.AcceptAsync(offer.Code, "telegram:7", merge: true)).Status);
        Assert.Equal(["mine"], (await telegram.GetAsync()).Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Account_that_was_merged_after_the_offer_is_not_swallowed(bool movesTheUser)
    {
        using var thief = _app.OpenMax(9);
        using var telegram = _app.OpenTelegram(7);
        using var vk = _app.OpenVk(42);
        await thief.SignInAsync();
        await telegram.SignInAsync();
        await vk.SignInAsync();
        await vk.KeepAsync("precious");
        var offer = await telegram.OfferAsync((await thief.AskAsync()).Code);
        Assert.True(offer.Json.GetProperty("merges").GetBoolean());

        // Now there is more in the account than there was when its user agreed to lose it.
        var (stays, goes, gone) = movesTheUser ? (vk, telegram, "telegram:7") : (telegram, vk, "vk:42");
        var merge = await goes.OfferAsync((await stays.AskAsync()).Code);
        Assert.Equal(204, (await stays.AcceptAsync(merge.Code, gone, merge: true)).Status);

        Assert.Equal(404, (await thief.AcceptAsync(offer.Code, "telegram:7", merge: true)).Status);
        Assert.Equal(["precious"], (await vk.GetAsync()).Notes);
        Assert.Equal(["telegram:7", "vk:42"], (await vk.GetAsync()).Links);
    }

    [Theory]
    [InlineData("BEFORE UPDATE ON Links")]
    [InlineData("BEFORE UPDATE ON Notes")]
    [InlineData("BEFORE DELETE ON Accounts")]
    [InlineData("BEFORE DELETE ON LinkCodes")]
    public async Task Merge_that_fails_half_way_has_changed_nothing(string when)
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        await telegram.SignInAsync();
        await telegram.KeepAsync("a note");
        var answer = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;
        await _app.ExecuteAsync($"CREATE TRIGGER Fault {when} BEGIN SELECT RAISE(ABORT, 'fault'); END");

        Assert.Equal(503, (await vk.AcceptAsync(answer, "telegram:7", merge: true)).Status);
        Assert.Equal(["vk:42"], (await vk.GetAsync()).Links);
        Assert.Equal(["a note"], (await telegram.GetAsync()).Notes);
        Assert.Equal(["telegram:7"], (await telegram.GetAsync()).Links);

        await _app.ExecuteAsync("DROP TRIGGER Fault");
        Assert.Equal(204, (await vk.AcceptAsync(answer, "telegram:7", merge: true)).Status);
        Assert.Equal(["a note"], (await vk.GetAsync()).Notes);
    }

    [Fact]
    public async Task Banned_account_escapes_into_no_other()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        var banned = await telegram.SignInAsync();
        var answer = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;
        Assert.True(await _app.BanAsync(banned.Id));

        Assert.Equal((403, "An account is banned."), await RefusalAsync(vk.AcceptAsync(answer, "telegram:7", merge: true)));
    }

    [Fact]
    public async Task Ban_of_an_account_that_was_merged_into_another_is_told_to_have_met_nobody()
    {
        using var vk = _app.OpenVk(42);
        using var telegram = _app.OpenTelegram(7);
        await vk.SignInAsync();
        var gone = await telegram.SignInAsync();
        await vk.AcceptAsync((await telegram.OfferAsync((await vk.AskAsync()).Code)).Code, "telegram:7", merge: true);

        Assert.False(await _app.BanAsync(gone.Id));
        Assert.Equal(200, (await telegram.GetAsync()).Status);
    }

    [Fact]
    public async Task Merges_of_two_accounts_into_each_other_at_once_leave_one()
    {
        for (var id = 1; id <= 4; id++)
        {
            using var vk = _app.OpenVk(id);
            using var telegram = _app.OpenTelegram(id);
            await vk.SignInAsync();
            await telegram.SignInAsync();
            var toVk = (await telegram.OfferAsync((await vk.AskAsync()).Code)).Code;
            var toTelegram = (await vk.OfferAsync((await telegram.AskAsync()).Code)).Code;
            var answers = await AccountsApp.AtOnceAsync(2, index => index == 0
                ? vk.AcceptAsync(toVk, $"telegram:{id}", merge: true)
                : telegram.AcceptAsync(toTelegram, $"vk:{id}", merge: true));

            Assert.Single(answers, answer => answer.Status == 204);
            Assert.Contains(answers, answer => answer.Status is 404 or 409);
            Assert.Equal([$"telegram:{id}", $"vk:{id}"], (await vk.GetAsync()).Links);
            Assert.Equal(id, await _app.CountAccountsAsync());
        }
    }

    private static async Task<(int Status, string Detail)> RefusalAsync(Task<Answer> sent) => ((await sent).Status, (await sent).Detail);
}
