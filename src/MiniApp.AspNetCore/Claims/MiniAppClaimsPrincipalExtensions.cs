using System.Globalization;
using System.Security.Claims;

namespace MiniApp.AspNetCore;

/// <summary>What a mini app's back end asks of its user, whichever platform the user came from.</summary>
public static class MiniAppClaimsPrincipalExtensions
{
    /// <summary>The verified launch that the user was signed in by: that of the first identity that has one.</summary>
    /// <typeparam name="TLaunch">The platform's type of a launch, such as <c>VkLaunchParams</c>.</typeparam>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who was signed in by anything else, a cookie issued after a launch included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static TLaunch? GetLaunch<TLaunch>(this ClaimsPrincipal principal)
        where TLaunch : class, IMiniAppLaunch
    {
        ArgumentNullException.ThrowIfNull(principal);

        foreach (var identity in principal.Identities)
        {
            if (identity is MiniAppIdentity<TLaunch> { Launch: var launch })
            {
                return launch;
            }
        }

        return null;
    }

    /// <summary>The verified launch that the user was signed in by, of whatever platform: that of the first identity that has one.</summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who was signed in by anything else, a session included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static IMiniAppLaunch? GetLaunch(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);

        return principal.Identities.OfType<ILaunchIdentity>().FirstOrDefault()?.Launch;
    }

    /// <summary>
    /// The user, such as <c>vk:42</c>, whatever signed the user in: a launch of any platform, a session, or a cookie or ticket that keeps their
    /// claims. A platform is believed what it says of its own users: a claim that looks alike and comes from anybody else does not count.
    /// </summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns>
    /// <see langword="null"/> where no identity that is signed in names a user of a platform, and where two of them name different users:
    /// nothing is done in the name of one of two.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// For a platform of your own, a cookie's user is found where the scheme's issuer is the platform's name in its subjects, in whatever case,
    /// and the name identifier is the subject's text. <see cref="MiniAppClaimsIdentityExtensions.AddMiniAppSubject"/> keeps any other.
    /// </remarks>
    public static MiniAppSubject? GetMiniAppSubject(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);

        MiniAppSubject? found = null;
        foreach (var identity in principal.Identities)
        {
            if (!SubjectClaims.Agree(identity, ref found))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>The number in the first claim of this type, whoever issued it.</summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <param name="claimType">The claim's type.</param>
    /// <returns><see langword="null"/> where there is no such claim, or it holds anything but decimal digits.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static long? FindFirstNumber(this ClaimsPrincipal principal, string claimType)
    {
        ArgumentNullException.ThrowIfNull(principal);

        return ReadNumber(principal.FindFirst(claimType)?.Value);
    }

    internal static long? ReadNumber(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
