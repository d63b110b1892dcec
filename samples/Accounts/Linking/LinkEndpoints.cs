using System.Security.Claims;
using MiniApp;
using MiniApp.AspNetCore;

namespace Accounts.Linking;

/// <summary>
/// What adds a way into an account, or takes one away. A session is not enough for it, nor a launch that somebody else has used: a thief of
/// either would come to stay. Launches come in a header, which no other site can have a browser send.
/// </summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/account").RequireMiniAppLaunch().RequireUnusedLaunch();
        account.MapPost("/link-codes", AskAsync);
        account.MapPost("/offers", OfferAsync);
        account.MapPost("/links/preview", PreviewAsync);
        account.MapPost("/links", AcceptAsync);
        account.MapDelete("/links/{subject}", UnlinkAsync);
    }

    private static async Task<IResult> AskAsync(ClaimsPrincipal user, AccountStore store, AccountLinks links, CancellationToken cancellationToken)
    {
        var (account, refusal) = await store.FindAccountAsync(user, cancellationToken);
        return account is null ? refusal
            : Results.Ok(new { Code = await links.AskAsync(account.Id, cancellationToken), ExpiresIn = Code.Lifetime.TotalSeconds });
    }

    private static async Task<IResult> OfferAsync(CodeBody body, ClaimsPrincipal user, AccountLinks links, CancellationToken cancellationToken)
    {
        if (user.GetMiniAppSubject() is not { } subject)
        {
            return AccountEndpoints.Problem(StatusCodes.Status403Forbidden, "The request names no user, or two.");
        }

        var offer = await links.OfferAsync(body.Code, subject, cancellationToken);
        return offer.Account is not { } account ? Refuse(offer.Outcome) : Results.Ok(new
        {
            Code = offer.Answer,
            ExpiresIn = Code.Lifetime.TotalSeconds,
            offer.Merges,
            Account = new { account.Created, Links = account.Links.Select(LinkView.Of) },
        });
    }

    private static async Task<IResult> PreviewAsync(
        CodeBody body, ClaimsPrincipal user, AccountStore store, AccountLinks links, CancellationToken cancellationToken)
    {
        var (account, refusal) = await store.FindAccountAsync(user, cancellationToken);
        return account is null ? refusal
            : await links.FindOfferAsync(account.Id, body.Code, cancellationToken) is not { } offer ? Refuse(LinkOutcome.UnknownCode)
            : Results.Ok(new { Subject = offer.Subject.ToString(), offer.Merges });
    }

    private static async Task<IResult> AcceptAsync(
        AcceptBody body, ClaimsPrincipal user, AccountStore store, AccountLinks links, CancellationToken cancellationToken)
    {
        var (account, refusal) = await store.FindAccountAsync(user, cancellationToken);
        if (account is null)
        {
            return refusal;
        }

        var outcome = MiniAppSubject.TryParse(body.Subject, out var subject)
            ? await links.AcceptAsync(account.Id, body.Code, subject, body.Merge, cancellationToken)
            : LinkOutcome.UnknownCode;
        return outcome is LinkOutcome.Linked or LinkOutcome.Merged ? Results.NoContent() : Refuse(outcome);
    }

    private static async Task<IResult> UnlinkAsync(
        string subject, ClaimsPrincipal user, AccountStore store, CancellationToken cancellationToken)
    {
        var (account, refusal) = await store.FindAccountAsync(user, cancellationToken);
        if (account is null)
        {
            return refusal;
        }

        var outcome = MiniAppSubject.TryParse(subject, out var link)
            ? await store.UnlinkAsync(account.Id, link, cancellationToken)
            : UnlinkOutcome.NotLinked;
        return outcome switch
        {
            UnlinkOutcome.Unlinked => Results.NoContent(),
            UnlinkOutcome.Banned => AccountEndpoints.Problem(StatusCodes.Status403Forbidden, "The account is banned."),
            UnlinkOutcome.LastLink => AccountEndpoints.Problem(StatusCodes.Status409Conflict, "It is the account's last link."),
            _ => AccountEndpoints.Problem(StatusCodes.Status404NotFound, "The account has no such link."),
        };
    }

    private static IResult Refuse(LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.Banned => AccountEndpoints.Problem(StatusCodes.Status403Forbidden, "An account is banned."),
        LinkOutcome.AlreadyLinked => AccountEndpoints.Problem(StatusCodes.Status409Conflict, "It is a link of this account already."),
        LinkOutcome.HasAccount => AccountEndpoints.Problem(
            StatusCodes.Status409Conflict, "The user has an account. Merging it has to be agreed to on both sides."),
        _ => AccountEndpoints.Problem(StatusCodes.Status404NotFound, "The code is unknown, used or expired, or is not for this."),
    };
}
