using System.Data.Common;
using Accounts.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Accounts.Tests;

/// <summary>A link goes, and what it opened is shut at once.</summary>
public sealed class UnlinkTests : IDisposable
{
    private readonly AccountsApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task User_who_was_unlinked_has_no_session_any_more_and_begins_anew()
    {
        var account = await _app.LinkAsync(vk: 42, telegram: 7);
        using var lost = _app.OpenTelegram(7);
        using var session = await _app.ExchangeAsync(_app.OpenTelegram(7));
        using var vk = _app.OpenVk(42);
        Assert.Equal(200, (await session.GetAsync()).Status);
        Assert.Equal(204, (await vk.UnlinkAsync("telegram:7")).Status);

        Assert.Contains("reason=\"revoked\"", (await session.GetAsync()).Challenge, StringComparison.Ordinal);
        Assert.Contains("reason=\"revoked\"", (await lost.SignInAsync()).Challenge, StringComparison.Ordinal);
        Assert.Equal(["vk:42"], (await vk.GetAsync()).Links);

        using var later = _app.OpenTelegram(7);
        Assert.Equal(404, (await later.GetAsync()).Status);
        var anew = await later.SignInAsync();
        Assert.Equal(201, anew.Status);
        Assert.NotEqual(account, anew.Id);
    }

    [Fact]
    public async Task Last_link_stays()
    {
        using var vk = _app.OpenVk(42);
        await vk.SignInAsync();

        Assert.Equal((409, "It is the account's last link."), ((await vk.UnlinkAsync("vk:42")).Status, (await vk.UnlinkAsync("vk:42")).Detail));
        Assert.Equal(["vk:42"], (await vk.GetAsync()).Links);
    }

    [Fact]
    public async Task Last_two_links_at_once_do_not_both_go()
    {
        for (var id = 1; id <= 5; id++)
        {
            await _app.LinkAsync(vk: id, telegram: id);
            using var vk = _app.OpenVk(id);
            using var telegram = _app.OpenTelegram(id);
            var answers = await AccountsApp.AtOnceAsync(2, index => index == 0 ? vk.UnlinkAsync($"telegram:{id}") : telegram.UnlinkAsync($"vk:{id}"));

            // The second finds that it is the last, or is the one who has just been shut out.
            Assert.Single(answers, answer => answer.Status == 204);
            Assert.Contains(answers, answer => answer.Status is 409 or 404 or 401);
            Assert.Equal(1, await _app.WithDatabaseAsync(db => Task.FromResult(db.Links.Count())) - (id - 1));
        }
    }

    [Fact]
    public async Task Unlink_that_was_under_way_takes_no_user_out_of_a_ban()
    {
        var pause = new Pause();
        using var app = new AccountsApp
        {
            ConfigureServices = services => services.ConfigureDbContext<AccountsDb>(options => options.AddInterceptors(pause)),
        };
        var account = await app.LinkAsync(vk: 42, telegram: 7);
        using var vk = app.OpenVk(42);
        using var telegram = app.OpenTelegram(7);

        pause.BeforeTheNextChange = () => app.BanAsync(account);
        var answer = await vk.UnlinkAsync("telegram:7");

        Assert.Null(pause.BeforeTheNextChange);
        Assert.Equal((403, "The account is banned."), (answer.Status, answer.Detail));
        Assert.Contains("reason=\"banned\"", (await telegram.SignInAsync()).Challenge, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("telegram:8")]
    [InlineData("vk:7")]
    [InlineData("*")]
    [InlineData("telegram")]
    [InlineData("nobody")]
    public async Task Link_that_the_account_has_not_is_not_found(string subject)
    {
        using var other = _app.OpenTelegram(8);
        await other.SignInAsync();
        await _app.LinkAsync(vk: 42, telegram: 7);
        using var vk = _app.OpenVk(42);

        Assert.Equal(404, (await vk.UnlinkAsync(subject)).Status);
        Assert.Equal(["telegram:8"], (await other.GetAsync()).Links);
    }

    [Fact]
    public async Task Codes_of_the_account_and_offers_of_the_user_are_void()
    {
        await _app.LinkAsync(vk: 42, telegram: 7);
        using var lost = _app.OpenTelegram(7);
        using var max = _app.OpenMax(9);
        using var vk = _app.OpenVk(42);
        using var other = _app.OpenVk(43);
        await other.SignInAsync();
        var offered = (await lost.OfferAsync((await other.AskAsync()).Code)).Code;
        var code = (await lost.AskAsync()).Code;
        Assert.Equal(204, (await vk.UnlinkAsync("telegram:7")).Status);

        Assert.Equal(404, (await max.OfferAsync(code)).Status);
        Assert.Equal(404, (await other.AcceptAsync(offered, "telegram:7", merge: true)).Status);
    }

    [Fact]
    public async Task User_who_was_unlinked_may_come_to_another_account()
    {
        await _app.LinkAsync(vk: 42, telegram: 7);
        using var vk = _app.OpenVk(42);
        await vk.UnlinkAsync("telegram:7");
        await _app.LinkAsync(vk: 43, telegram: 7);
        using var telegram = _app.OpenTelegram(7);

        Assert.Equal(["telegram:7", "vk:43"], (await telegram.GetAsync()).Links);
    }

    /// <summary>Something else comes first, just as a request has looked who asks and begins to change the database.</summary>
    private sealed class Pause : DbTransactionInterceptor
    {
        public Func<Task>? BeforeTheNextChange { get; set; }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            var first = BeforeTheNextChange;
            BeforeTheNextChange = null;
            await (first?.Invoke() ?? Task.CompletedTask);
            return result;
        }
    }
}
