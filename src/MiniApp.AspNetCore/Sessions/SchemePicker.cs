using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>Picks the scheme that a request's credentials are of. Nothing is verified: whoever is picked refuses what is not its own.</summary>
internal sealed class SchemePicker(LaunchPicker launches, SessionSettings settings)
{
    /// <summary>Among the schemes of launches. Who comes with a session is asked for a launch.</summary>
    public string PickLaunch(HttpContext context)
    {
        var found = launches.Find(context.Request);
        if (found is null && SessionCredentials.AreIn(context.Request, settings.Options))
        {
            context.Features.Set(ChallengeCause.NoLaunch);
        }

        return found ?? launches.FindFirst(context) ?? MiniAppSessionDefaults.AuthenticationScheme;
    }

    /// <summary>
    /// Among those and that of sessions. Who has no credentials is answered by the first of a launch; who came with a session and was denied
    /// something for want of a recent launch alone, by one that asks for it.
    /// </summary>
    public string PickEither(HttpContext context) =>
        launches.Find(context.Request) is { } launch ? launch
        : SessionCredentials.AreIn(context.Request, settings.Options)
            ? launches.FindMending(context) ?? MiniAppSessionDefaults.AuthenticationScheme
        : PickLaunch(context);
}
