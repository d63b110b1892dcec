using Accounts.Data;
using Microsoft.EntityFrameworkCore;
using MiniApp;
using MiniApp.AspNetCore;

namespace Accounts;

/// <summary>Whose account it is: found by the subject alone, at each request, so that a link that goes is gone at once.</summary>
internal sealed class AccountStore(AccountsDb db, MiniAppRevocations revocations, TimeProvider clock)
{
    public Task<Account?> FindAsync(MiniAppSubject subject, CancellationToken cancellationToken) => db.Accounts
        .Include(account => account.Links)
        .Include(account => account.Notes)
        .AsSplitQuery()
        .SingleOrDefaultAsync(account => account.Links.Any(link => link.Subject == subject), cancellationToken);

    /// <summary>The user's account, made at the first sign-in.</summary>
    public async Task<(Account Account, bool IsNew)> SignInAsync(MiniAppSubject subject, CancellationToken cancellationToken)
    {
        if (await FindAsync(subject, cancellationToken) is { } known)
        {
            return (known, false);
        }

        var now = clock.GetUtcNow();
        var account = new Account { Id = Guid.NewGuid(), Created = now };
        account.Links.Add(new Link { Subject = subject, Since = now });
        db.Accounts.Add(account);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (account, true);
        }
        catch (DbUpdateException)
        {
            // The key of the link lets one of several first sign-ins through; the others have its account.
            db.ChangeTracker.Clear();
            if (await FindAsync(subject, cancellationToken) is not { } winner)
            {
                throw;
            }

            return (winner, false);
        }
    }

    /// <summary>
    /// Takes a link away, but never the last, which would leave an account that nobody can open. The user's launches and sessions end, so that a
    /// mini app that is still open does not go on with a new, empty account. A website's cookie does not end.
    /// </summary>
    public async Task<UnlinkOutcome> UnlinkAsync(Guid accountId, MiniAppSubject subject, CancellationToken cancellationToken)
    {
        await using (var change = await db.BeginAsync(cancellationToken))
        {
            var links = await db.Links.AsNoTracking().Where(link => link.AccountId == accountId).ToListAsync(cancellationToken);
            if (!links.Exists(link => link.Subject == subject))
            {
                return UnlinkOutcome.NotLinked;
            }

            if (links.Count == 1)
            {
                return UnlinkOutcome.LastLink;
            }

            if (await db.Accounts.AnyAsync(account => account.Id == accountId && account.IsBanned, cancellationToken))
            {
                return UnlinkOutcome.Banned;
            }

            // A code may be in the hands of whom the user is just getting rid of.
            await db.Links.Where(link => link.Subject == subject).ExecuteDeleteAsync(cancellationToken);
            await db.LinkCodes
                .Where(code => code.AccountId == accountId || code.Offered == subject)
                .ExecuteDeleteAsync(cancellationToken);
            await change.CommitAsync(cancellationToken);
        }

        await revocations.RevokeAsync(subject, CancellationToken.None);
        return UnlinkOutcome.Unlinked;
    }

    /// <summary>Keeps a person out, on every platform: whoever is banned on one would come back by another.</summary>
    /// <returns><see langword="false"/> where there is no such account any more: its user may just have had it merged into another.</returns>
    public async Task<bool> BanAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var marked = await db.Accounts.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsBanned, true), cancellationToken);
        foreach (var link in await db.Links.AsNoTracking().Where(link => link.AccountId == accountId).ToListAsync(cancellationToken))
        {
            await revocations.BlockAsync(link.Subject, until: null, cancellationToken);
        }

        return marked > 0;
    }
}
