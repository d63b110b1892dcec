using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>What is known of a request that was denied.</summary>
public static class MiniAppHttpContextExtensions
{
    /// <summary>
    /// The requirements that the request's latest authorization left unmet, those of the application's own included: for an event, a log or
    /// a page that names them by their <see cref="object.ToString"/>.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <returns>None where the request was not denied, or no <see cref="LaunchRequirement"/> was among those that were not met.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<IAuthorizationRequirement> GetUnmetRequirements(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return Denial.Find(context)?.Unmet ?? [];
    }
}
