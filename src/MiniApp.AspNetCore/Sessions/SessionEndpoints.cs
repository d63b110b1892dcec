using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>The requests by which a page begins, keeps and ends a session. No answer of theirs may be kept by a cache.</summary>
internal sealed class SessionEndpoints(
    SessionStarter starter,
    SessionRefresher refresher,
    SessionTickets tickets,
    SessionSettings settings,
    MiniAppRevocations revocations,
    ILogger<MiniAppSession> logger)
{
    /// <summary>Exchanges a launch for tokens.</summary>
    public async Task StartAsync(HttpContext context)
    {
        Prepare(context);
        if (HasKeys(context) && await starter.StartAsync(context) is { } user)
        {
            await WriteTokensAsync(context, user);
        }
    }

    /// <summary>Exchanges a launch for a cookie.</summary>
    public async Task StartCookieAsync(HttpContext context)
    {
        Prepare(context);
        if (!settings.Options.HasCookie)
        {
            await ProblemAnswer.WriteAsync(context, StatusCodes.Status404NotFound, "Sessions have no cookie here.");
        }
        else if (HasKeys(context) && await starter.StartAsync(context) is { } user && TrySetCookie(context, user))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    /// <summary>
    /// Exchanges a launch in the address of a page for a cookie. A navigation has no header for a binding, so the launch is good once.
    /// </summary>
    /// <returns><see langword="false"/> where the request is answered.</returns>
    public async Task<bool> TryStartPageAsync(HttpContext context) =>
        HasKeys(context) && await starter.StartAsync(context, canBind: false) is { } user && TrySetCookie(context, user);

    /// <summary>Exchanges a refresh token for new tokens.</summary>
    public async Task RefreshAsync(HttpContext context)
    {
        Prepare(context);
        var body = await RefreshBody.ReadAsync(context.Request);
        if (body.Token is null)
        {
            SessionLog.BadRequest(logger, body.Status, body.Fault!);
            await ProblemAnswer.WriteAsync(context, body.Status, body.Fault!);
        }
        else if (HasKeys(context) && await refresher.RefreshAsync(context, body.Token) is { } user)
        {
            await WriteTokensAsync(context, user);
        }
    }

    /// <summary>Ends the request's session.</summary>
    public Task EndAsync(HttpContext context)
    {
        Prepare(context);
        return context.User.GetSession() is { } session
            ? RevokeAsync(context, MiniAppSubject.Session(session.Id))
            : context.ChallengeAsync(MiniAppSessionDefaults.AuthenticationScheme);
    }

    /// <summary>Ends every session of the request's user, who may have come with a launch.</summary>
    public Task EndAllAsync(HttpContext context)
    {
        Prepare(context);
        return (context.User.GetSession()?.User ?? context.User.GetLaunch()?.Subject) is { } user
            ? RevokeAsync(context, user)
            : context.ChallengeAsync(MiniAppSessionDefaults.LaunchOrSessionScheme);
    }

    private static void Prepare(HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    // Before anything is used up: what can't be made now can be asked for again.
    private bool HasKeys(HttpContext context)
    {
        if (tickets.HasKeys())
        {
            return true;
        }

        SessionAnswers.DelayForKeys(context, logger);
        return false;
    }

    private DateTimeOffset EndOf(SessionUser user) => MiniAppSession.FindEnd(user.Session.LaunchTime, settings.Options.MaxLifetime);

    private bool TrySetCookie(HttpContext context, SessionUser user)
    {
        if (tickets.ProtectCookie(user, EndOf(user)) is not { } cookie)
        {
            SessionAnswers.DelayForKeys(context, logger);
            return false;
        }

        SessionCredentials.SetCookie(context, settings.Options, cookie);
        return true;
    }

    private Task WriteTokensAsync(HttpContext context, SessionUser user)
    {
        var options = settings.Options;
        var now = options.Clock.GetUtcNow();
        var end = EndOf(user);
        var lifetime = TimeSpan.FromTicks(Math.Min(options.AccessTokenLifetime.Ticks, (end - now).Ticks));
        if (tickets.ProtectAccess(user, now + lifetime) is not { } access || tickets.ProtectRefresh(user, now, end, Guid.NewGuid()) is not { } refresh)
        {
            SessionAnswers.DelayForKeys(context, logger);
            return Task.CompletedTask;
        }

        return context.Response.WriteAsJsonAsync(
            new AccessTokenResponse { AccessToken = access, ExpiresIn = (long)lifetime.TotalSeconds, RefreshToken = refresh },
            SessionJson.Default.AccessTokenResponse);
    }

    private async Task RevokeAsync(HttpContext context, MiniAppSubject subject)
    {
        try
        {
            // Also where the page has gone before the answer: it is one that its user leaves.
            await revocations.RevokeAsync(subject, CancellationToken.None);
        }
        catch (MiniAppStoreUnavailableException)
        {
            SessionLog.NotEnded(logger);
            SessionAnswers.Delay(context, "Signed out on one instance, and not on all yet");
            return;
        }

        SessionCredentials.DeleteCookie(context, settings.Options);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
