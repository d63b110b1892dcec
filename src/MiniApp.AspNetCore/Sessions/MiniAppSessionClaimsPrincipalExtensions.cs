using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>What a back end asks of a user who may have been signed in by a session.</summary>
public static class MiniAppSessionClaimsPrincipalExtensions
{
    /// <summary>The session that the user was signed in by: that of the first identity that has one.</summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who was signed in by anything else, a launch included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static MiniAppSession? GetSession(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);

        foreach (var identity in principal.Identities)
        {
            if (identity is SessionIdentity { Session: var session })
            {
                return session;
            }
        }

        return null;
    }
}
