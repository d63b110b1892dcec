using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.AspNetCore;

/// <summary>Tags the request's activity with what is known of its launch: nothing about the person, unless the options allow it.</summary>
internal static class LaunchTrace
{
    /// <summary>
    /// The request's activity, if anybody keeps it. The current one is asked for first, because that is the cheaper question and mostly
    /// there is none.
    /// </summary>
    public static Activity? Find(IFeatureCollection request) =>
        Activity.Current is not null && request.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity ? activity : null;

    public static void Accepted(Activity activity, LaunchFacts launch, long? app, ClaimsIdentity? person)
    {
        // A tag without a value is not set.
        activity.SetTag(MiniAppDiagnostics.Platform, launch.Platform);
        activity.SetTag(MiniAppDiagnostics.AppId, app);
        activity.SetTag(MiniAppDiagnostics.Client, launch.Client);
        activity.SetTag("enduser.id", person?.FindFirst(ClaimTypes.NameIdentifier)?.Value);
    }

    public static void Refused(Activity activity, Enum failure) => activity.SetTag(MiniAppDiagnostics.Refusal, failure.ToString());
}
