using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>A session and what its tokens keep of the user.</summary>
/// <param name="Session">The session.</param>
/// <param name="Kept">The claims that last, and those that the application added.</param>
internal sealed record SessionUser(MiniAppSession Session, ClaimsIdentity Kept)
{
    /// <summary>The session that begins with a launch.</summary>
    /// <param name="launched">The launch's identity: one that has what <paramref name="launch"/> tells.</param>
    /// <param name="launch">The launch.</param>
    /// <param name="user">The launch's user.</param>
    /// <param name="options">The options of the launch's scheme.</param>
    /// <param name="now">The time.</param>
    public static SessionUser After(
        ClaimsIdentity launched, IMiniAppLaunch launch, MiniAppSubject user, MiniAppOptions options, DateTimeOffset now)
    {
        var kept = new ClaimsIdentity(MiniAppSessionDefaults.AuthenticationScheme, launched.NameClaimType, launched.RoleClaimType);
        foreach (var claim in launched.Claims)
        {
            if (claim.OriginalIssuer == options.OriginalIssuer && options.LastingClaims.Contains(claim.Type, StringComparer.Ordinal))
            {
                kept.AddClaim(new Claim(claim.Type, claim.Value, claim.ValueType, claim.Issuer, claim.OriginalIssuer, kept));
            }
        }

        var start = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return new(new(Guid.NewGuid(), user, launch.App, launch.Time, start), kept);
    }
}
