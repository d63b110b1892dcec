using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MiniApp.AspNetCore;

/// <summary>Takes a session's access token, or its cookie, and makes the user of it.</summary>
internal sealed class MiniAppSessionHandler(
    IOptionsMonitor<MiniAppSessionOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SessionTickets tickets,
    LaunchPicker launches,
    MiniAppRevocations revocations)
    : AuthenticationHandler<MiniAppSessionOptions>(options, logger, encoder), IAuthenticationHandler
{
    private bool _isOfCookie;

    // The framework remembers whom the cookie signed in, for the rest of the request. Where it is ignored from then on, they are nobody.
    Task<AuthenticateResult> IAuthenticationHandler.AuthenticateAsync() => _isOfCookie && Context.Features.Get<VoidCookie>() is not null
        ? Task.FromResult(AuthenticateResult.NoResult())
        : AuthenticateAsync();

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new MiniAppSessionEvents());

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        SessionAnswers.Refuse(Context, Options.Realm, result.Failure);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (!Response.HasStarted)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            new AnnouncedProblem().Announce(Context.Features);
        }

        return Task.CompletedTask;
    }

    private AuthenticateResult Authenticate()
    {
        var token = SessionCredentials.FindToken(Request, Options);
        _isOfCookie = token is null;
        token ??= SessionCredentials.FindCookie(Request, Options);

        if (token is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (!TokenShape.IsProtectedTicket(token))
        {
            return !_isOfCookie && (TokenShape.IsJsonWebToken(token) || launches.HasLaunch(Request))
                ? AuthenticateResult.NoResult()
                : Refuse(SessionFailures.All[SessionFailure.Malformed]);
        }

        if (!(_isOfCookie ? tickets.TryUnprotectCookie(token, out var ticket) : tickets.TryUnprotectAccess(token, out ticket)))
        {
            SessionLog.KeysMissing(Logger);
            return LaunchStateFailures.All[LaunchStateFailure.Unavailable].Result;
        }

        if (ticket is null || SessionTickets.ReadUser(ticket) is not { } user)
        {
            return Refuse(SessionFailures.All[SessionFailure.Unreadable]);
        }

        if (FindFailure(user.Session, ticket.Properties.ExpiresUtc) is { } failure)
        {
            return Refuse(failure);
        }

        var identity = new SessionIdentity(user.Kept, user.Session);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), ticket.Properties, Scheme.Name));
    }

    private MiniAppException? FindFailure(MiniAppSession session, DateTimeOffset? expires)
    {
        var now = TimeProvider.GetUtcNow();
        return !(now < expires) ? SessionFailures.All[SessionFailure.Expired]
            : now >= MiniAppSession.FindEnd(session.LaunchTime, Options.MaxLifetime) ? LaunchStateFailures.All[LaunchStateFailure.SessionEnded]
            : Judge(session);
    }

    // A session may be ended that was ended before, even by a user who is kept out: whoever is told that this failed asks again.
    private MiniAppException? Judge(MiniAppSession session) =>
        revocations.Judge(session.User, session.App, session.Dated, MiniAppSubject.Session(session.Id)) is { } refusal
        && !LogOut.OfSession.IsAskedFor(Context)
            ? revocations.Explain(refusal, Context)
            : null;

    private AuthenticateResult Refuse(MiniAppException failure)
    {
        SessionLog.Refused(Logger, failure.Failure);
        return failure.Result;
    }
}
