using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Exchanges the request's launch for a session, or answers why not.</summary>
internal sealed class SessionStarter(
    LaunchPicker schemes, ILaunchSchemes lifetimes, LaunchUses uses, SessionSettings settings, ILogger<MiniAppSession> logger)
{
    /// <param name="context">The request, whose user has a launch.</param>
    /// <param name="canBind">Whether the request can have a binding. If not, the launch is good once, whatever is set for the others.</param>
    /// <returns>The session; <see langword="null"/> where the request is answered.</returns>
    public async Task<SessionUser?> StartAsync(HttpContext context, bool canBind = true)
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
            await ProblemAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "The launch names no user.");
            return null;
        }

        var now = options.Clock.GetUtcNow();
        if (now >= MiniAppSession.FindEnd(launch.Time, options.MaxLifetime))
        {
            SessionLog.NotStarted(logger, LaunchStateFailure.SessionEnded);
            return Refuse(context, options, LaunchStateFailure.SessionEnded);
        }

        var lifetime = await lifetimes.FindLifetimeAsync(identity.AuthenticationType);
        var verdict = canBind ? await uses.UseAsync(context, launch, lifetime) : await uses.UseUnboundAsync(launch, lifetime);
        if (verdict.BindingFault is { } fault)
        {
            await ProblemAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, fault);
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
        SessionAnswers.Refuse(context, options.Realm, reason);
        return null;
    }

    private static SessionUser? Refuse(HttpContext context, MiniAppSessionOptions options, LaunchStateFailure failure)
    {
        SessionAnswers.Refuse(context, options.Realm, LaunchStateFailures.All[failure]);
        return null;
    }
}
