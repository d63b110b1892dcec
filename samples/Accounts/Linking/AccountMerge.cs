using Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace Accounts.Linking;

/// <summary>Two accounts of one person become one. A table that gets an account's id gets a line here.</summary>
internal static class AccountMerge
{
    /// <summary>Moves everything into another account, inside the caller's transaction: all of it, or nothing.</summary>
    public static async Task MoveAsync(AccountsDb db, Guid from, Guid into, CancellationToken cancellationToken)
    {
        await db.Links.Where(link => link.AccountId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.AccountId, into), cancellationToken);
        await db.Notes.Where(note => note.AccountId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(note => note.AccountId, into), cancellationToken);

        // What the account had asked for, or was offered, was for an account that is no more. And whoever has offered to go into another account
        // has not agreed to take along what is in this one now.
        await db.LinkCodes
            .Where(code => code.AccountId == from || db.Links.Any(link => link.AccountId == into && link.Subject == code.Offered))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Accounts.Where(account => account.Id == from).ExecuteDeleteAsync(cancellationToken);
    }
}
