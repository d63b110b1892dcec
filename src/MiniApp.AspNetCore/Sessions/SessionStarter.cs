using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Exchanges the request's launch for a session, or answers why not.</summary>
internal sealed class SessionStarter(LaunchPicker schemes, LaunchUses uses, SessionSettings settings, ILogger<MiniAppSession> logger)
{
    /// <returns>The session; <see langword="null"/> where the request is answered.</returns>
    public async Task<SessionUser?> StartAsync(HttpContext context)
    {
        var options = settings.Options;
        var identity = context.User.Identities.FirstOrDefault(identity => identity is ILaunchIdentity);
        if (identity is not ILaunchIdentity { Launch: var launch } || schemes.FindOptions(identity.AuthenticationType) is not { } scheme)
        {
            await context.ChallengeAsync(MiniAppSessionDefaults.LaunchScheme);
            return null;
        }

        if (launch.Subject is not { } user)
        {
            await SessionAnswers.ExplainAsync(context, StatusCodes.Status403Forbidden, "The launch names no user.");
            return null;
        }

        var now = options.Clock.GetUtcNow();
        if (now >= launch.Time + options.MaxLifetime)
        {
            return Refuse(context, options, LaunchStateFailure.SessionEnded);
        }

        var verdict = await uses.UseAsync(context, launch, scheme.Lifetime + scheme.ClockSkew);
        if (verdict.BindingFault is { } fault)
        {
            SessionLog.BadRequest(logger, StatusCodes.Status400BadRequest, fault);
            await SessionAnswers.ExplainAsync(context, StatusCodes.Status400BadRequest, fault);
            return null;
        }

        return verdict.Failure == LaunchStateFailure.None
            ? await AskAsync(context, options, SessionUser.After(identity, launch, user, scheme, now), launch)
            : Refuse(context, options, verdict.Failure);
    }

    private async Task<SessionUser?> AskAsync(HttpContext context, MiniAppSessionOptions options, SessionUser user, IMiniAppLaunch launch)
    {
        var starting = new SessionStartingContext(context, settings.Scheme, options, user.Session, user.Kept, launch);
        await settings.FindEvents(context).Starting(starting);
        if (starting.RefusalReason is not { } reason)
        {
            return user;
        }

        SessionLog.Declined(logger, reason);
        SessionAnswers.Refuse(context.Response, options.Realm, reason);
        return null;
    }

    private SessionUser? Refuse(HttpContext context, MiniAppSessionOptions options, LaunchStateFailure failure)
    {
        SessionLog.NotStarted(logger, failure);
        SessionAnswers.Refuse(context.Response, options.Realm, LaunchStateFailures.All[failure]);
        return null;
    }
}
