using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>What is asked of the schemes that make launches.</summary>
internal interface ILaunchSchemes
{
    /// <summary>
    /// How long after its time a launch of the scheme is accepted by any scheme of its platform; the longest time there is for a scheme that is
    /// not known any more.
    /// </summary>
    Task<TimeSpan> FindLifetimeAsync(string? scheme);

    /// <summary>The schemes that may ask a user for a launch: of these names, where any of them makes launches.</summary>
    /// <param name="user">Whom the platform of one of them may have signed in: that one comes first.</param>
    /// <param name="names">The names.</param>
    Task<IReadOnlyList<string>> FindAsync(ClaimsPrincipal user, IReadOnlyList<string> names);
}
