using System.Security.Claims;
using Accounts.Data;
using MiniApp.AspNetCore;

namespace Accounts;

/// <summary>An account and what is kept in it, for whoever is signed in by a launch or a session.</summary>
internal static class AccountEndpoints
{
    private const int LongestNote = 1_000;

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").RequireAuthorization();
        account.MapPost("", SignInAsync);
        account.MapGet("", GetAsync);
        account.MapPost("/notes", AddNoteAsync);
    }

    /// <summary>The account of a request's user, or the answer that there is none to work with.</summary>
    public static async Task<(Account? Account, IResult Refusal)> FindAccountAsync(
        this AccountStore store, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var account = user.GetMiniAppSubject() is { } subject ? await store.FindAsync(subject, cancellationToken) : null;
        return account switch
        {
            null => (null, Problem(StatusCodes.Status404NotFound, "There is no account yet: sign in first.")),
            { IsBanned: true } => (null, Problem(StatusCodes.Status403Forbidden, "The account is banned.")),
            _ => (account, Results.Empty),
        };
    }

    public static IResult Problem(int status, string detail) => Results.Problem(statusCode: status, detail: detail);

    public static async Task<IResult> SignInAsync(ClaimsPrincipal user, AccountStore store, CancellationToken cancellationToken)
    {
        if (user.GetMiniAppSubject() is not { } subject)
        {
            return Problem(StatusCodes.Status403Forbidden, "The request names no user, or two.");
        }

        var (account, isNew) = await store.SignInAsync(subject, cancellationToken);
        return account.IsBanned ? Problem(StatusCodes.Status403Forbidden, "The account is banned.")
            : isNew ? Results.Created("/account", AccountView.Of(account))
            : Results.Ok(AccountView.Of(account));
    }

    private static async Task<IResult> GetAsync(ClaimsPrincipal user, AccountStore store, CancellationToken cancellationToken)
    {
        var (account, refusal) = await store.FindAccountAsync(user, cancellationToken);
        return account is null ? refusal : Results.Ok(AccountView.Of(account));
    }

    private static async Task<IResult> AddNoteAsync(
        NewNote note, ClaimsPrincipal user, AccountStore store, AccountsDb db, CancellationToken cancellationToken)
    {
        if (note.Text is not { Length: > 0 and <= LongestNote })
        {
            return Problem(StatusCodes.Status400BadRequest, $"A note has from 1 to {LongestNote} characters.");
        }

        var (account, refusal) = await store.FindAccountAsync(user, cancellationToken);
        if (account is null)
        {
            return refusal;
        }

        db.Notes.Add(new Note { Id = Guid.NewGuid(), AccountId = account.Id, Text = note.Text });
        await db.SaveChangesAsync(cancellationToken);
        return Results.NoContent();
    }
}
