using Accounts.Data;

namespace Accounts;

/// <summary>An account, as its user sees it.</summary>
internal sealed record AccountView(Guid Id, DateTimeOffset Created, IEnumerable<LinkView> Links, IEnumerable<string> Notes)
{
    public static AccountView Of(Account account) => new(
        account.Id, account.Created, account.Links.Select(LinkView.Of), account.Notes.Select(note => note.Text));
}
