using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>What an application says of a user whom it has proved itself.</summary>
public static class MiniAppClaimsIdentityExtensions
{
    /// <summary>
    /// Says which user of a platform this is, for <see cref="MiniAppClaimsPrincipalExtensions.GetMiniAppSubject"/> to find. It is for a sign-in
    /// that is none of a mini app's, such as Telegram's or VK's on a website, after the framework's handler has verified it. Call it with what a
    /// signature or the platform's own server has proved, never with what a request says.
    /// </summary>
    /// <param name="identity">The identity that the sign-in made. A cookie that is issued for it keeps the claim.</param>
    /// <param name="user">The user, such as <see cref="MiniAppSubject.TelegramUser"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="identity"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="user"/> is no user: an app, a platform, a session, everybody or nobody.</exception>
    public static void AddMiniAppSubject(this ClaimsIdentity identity, MiniAppSubject user)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (user.Kind != MiniAppSubjectKind.User)
        {
            throw new ArgumentException("Only a user can be signed in.", nameof(user));
        }

        identity.AddClaim(new Claim(
            SubjectClaims.Type, user.ToString(), ClaimValueTypes.String, SubjectClaims.Issuer, SubjectClaims.Issuer, identity));
    }
}
