using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// The user's launch must be recent. Where nothing else keeps the user out, the answer is not 403 but a challenge for a fresh launch (RFC
/// 9470). Where credentials of two users come together, the launch of one says nothing of the other, and none is recent.
/// </summary>
public sealed class LaunchAgeRequirement : LaunchRequirement
{
    private readonly Func<ClaimsIdentity, long?> _readTime;

    /// <summary>A launch of one platform, or what was issued after one and keeps the claim.</summary>
    /// <param name="issuer">The platform: the claims' original issuer.</param>
    /// <param name="claimType">The claim that holds when the platform signed the launch.</param>
    /// <param name="maxAge">The greatest age, in whole seconds; a launch exactly that old is recent.</param>
    internal LaunchAgeRequirement(string issuer, string claimType, TimeSpan maxAge)
        : this(issuer, identity => new LaunchClaims(identity, issuer).Number(claimType) is { } time ? UnixTime.ToSeconds(time) : null, maxAge)
    {
    }

    /// <summary>A launch of any platform: the launch itself, because each platform has a claim of its own for the time.</summary>
    /// <param name="maxAge">The greatest age, in whole seconds; a launch exactly that old is recent.</param>
    internal LaunchAgeRequirement(TimeSpan maxAge)
        : this(issuer: null, identity => (identity as ILaunchIdentity)?.Launch.Time.ToUnixTimeSeconds(), maxAge)
    {
    }

    private LaunchAgeRequirement(string? issuer, Func<ClaimsIdentity, long?> readTime, TimeSpan maxAge)
        : base(issuer, $"The user must have launched the mini app within {maxAge:c}.")
    {
        if (maxAge < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maxAge), maxAge, "A launch can't be younger than nothing.");
        }

        (_readTime, MaxAge) = (readTime, maxAge);
    }

    /// <summary>The greatest age, in whole seconds; a launch exactly as old is recent.</summary>
    public TimeSpan MaxAge { get; }

    internal void Judge(AuthorizationHandlerContext context, DateTimeOffset now)
    {
        var oldest = now.ToUnixTimeSeconds() - (long)MaxAge.TotalSeconds;
        Decide(context, context.User.Identities.Any(identity => identity.IsAuthenticated && _readTime(identity) >= oldest) && IsOne(context.User));
    }

    // A user may be put together of two credentials. Whoever stole a session of one user has a launch of their own, as fresh as they like.
    private bool IsOne(ClaimsPrincipal user)
    {
        MiniAppSubject? found = null;
        foreach (var identity in user.Identities)
        {
            if ((Issuer is null || identity.HasClaim(claim => claim.OriginalIssuer == Issuer)) && !SubjectClaims.Agree(identity, ref found))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a fresh launch of this platform would do.</summary>
    internal bool IsMendedBy(string issuer) => Issuer is null || Issuer == issuer;
}
