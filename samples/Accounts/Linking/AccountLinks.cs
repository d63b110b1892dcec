using Accounts.Data;
using Microsoft.EntityFrameworkCore;
using MiniApp;

namespace Accounts.Linking;

/// <summary>
/// Brings a second platform to an account, with a proof of both. No request can hold the launches of two apps on two screens, so codes go
/// between them: one there, which the account asked for, and one back, which only the screen of the second platform shows. Whoever steals the
/// first, or sends the own one to somebody else, has no use of it without the second.
/// </summary>
internal sealed class AccountLinks(AccountsDb db, TimeProvider clock)
{
    /// <summary>The account asks for another link. A code that it asked for before is void.</summary>
    public async Task<string> AskAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var (code, now) = (Code.Create(), clock.GetUtcNow());
        await using var change = await db.BeginAsync(cancellationToken);
        await db.LinkCodes
            .Where(old => old.Expires <= now || (old.AccountId == accountId && old.Offered == null))
            .ExecuteDeleteAsync(cancellationToken);
        db.LinkCodes.Add(new LinkCode { Hash = Code.Hash(code), AccountId = accountId, Expires = now + Code.Lifetime });
        await db.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(cancellationToken);
        return code;
    }

    /// <summary>The user of the other platform brings the code, and gets the one for the way back.</summary>
    public async Task<(LinkOutcome Outcome, string? Answer, bool Merges, Account? Account)> OfferAsync(
        string code, MiniAppSubject subject, CancellationToken cancellationToken)
    {
        await using var change = await db.BeginAsync(cancellationToken);
        var (hash, now) = (Code.Hash(code), clock.GetUtcNow());
        var asked = await db.LinkCodes.SingleOrDefaultAsync(
            asked => asked.Hash == hash && asked.Offered == null && asked.Expires > now, cancellationToken);
        if (asked is null)
        {
            return (LinkOutcome.UnknownCode, null, false, null);
        }

        var account = await db.Accounts.AsNoTracking().Include(account => account.Links)
            .SingleAsync(account => account.Id == asked.AccountId, cancellationToken);
        var owner = await FindOwnerAsync(subject, cancellationToken);
        if (account.IsBanned || owner?.Id == account.Id)
        {
            return (account.IsBanned ? LinkOutcome.Banned : LinkOutcome.AlreadyLinked, null, false, null);
        }

        var answer = Code.Create();
        db.LinkCodes.Remove(asked);
        db.LinkCodes.Add(new LinkCode
        {
            Hash = Code.Hash(answer),
            AccountId = account.Id,
            Offered = subject,
            Merges = owner is not null,
            Expires = now + Code.Lifetime,
        });
        await db.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(cancellationToken);
        return (LinkOutcome.Linked, answer, owner is not null, account);
    }

    /// <summary>What the account would accept with this answer; <see langword="null"/> where it is not meant for this account, or not any more.</summary>
    public async Task<Offer?> FindOfferAsync(Guid accountId, string answer, CancellationToken cancellationToken) =>
        await FindAsync(accountId, answer, cancellationToken) is { Offered: { } subject } offer ? new(subject, offer.Merges) : null;

    /// <summary>The account accepts the user whom it names. That it swallows another account, it has to say.</summary>
    public async Task<LinkOutcome> AcceptAsync(
        Guid accountId, string answer, MiniAppSubject subject, bool merge, CancellationToken cancellationToken)
    {
        await using var change = await db.BeginAsync(cancellationToken);
        if (await FindAsync(accountId, answer, cancellationToken) is not { } offer || offer.Offered != subject)
        {
            return LinkOutcome.UnknownCode;
        }

        var owner = await FindOwnerAsync(subject, cancellationToken);
        var isBanned = await db.Accounts.AnyAsync(account => account.Id == accountId && account.IsBanned, cancellationToken);
        if (isBanned || owner is { IsBanned: true })
        {
            return LinkOutcome.Banned;
        }

        if (owner?.Id == accountId)
        {
            return LinkOutcome.AlreadyLinked;
        }

        // The other side may have got its account after it was told that it had none: then it has not agreed to lose it.
        if (owner is not null && !(merge && offer.Merges))
        {
            return LinkOutcome.HasAccount;
        }

        db.LinkCodes.Remove(offer);
        if (owner is null)
        {
            db.Links.Add(new Link { Subject = subject, AccountId = accountId, Since = clock.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancellationToken);
        if (owner is not null)
        {
            await AccountMerge.MoveAsync(db, owner.Id, accountId, cancellationToken);
        }

        await change.CommitAsync(cancellationToken);
        return owner is null ? LinkOutcome.Linked : LinkOutcome.Merged;
    }

    private Task<Account?> FindOwnerAsync(MiniAppSubject subject, CancellationToken cancellationToken) => db.Accounts.AsNoTracking()
        .SingleOrDefaultAsync(account => account.Links.Any(link => link.Subject == subject), cancellationToken);

    private Task<LinkCode?> FindAsync(Guid accountId, string answer, CancellationToken cancellationToken)
    {
        var (hash, now) = (Code.Hash(answer), clock.GetUtcNow());
        return db.LinkCodes.SingleOrDefaultAsync(
            code => code.Hash == hash && code.AccountId == accountId && code.Offered != null && code.Expires > now, cancellationToken);
    }
}
