using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>
/// The user's launch must be recent. Where nothing else keeps the user out, the answer is not 403 but a challenge for a fresh launch (RFC
/// 9470).
/// </summary>
public sealed class LaunchAgeRequirement : LaunchRequirement
{
    private readonly string _claimType;

    /// <param name="issuer">The platform: the claims' original issuer.</param>
    /// <param name="claimType">The claim that holds when the platform signed the launch.</param>
    /// <param name="maxAge">The greatest age, in whole seconds; a launch exactly that old is recent.</param>
    internal LaunchAgeRequirement(string issuer, string claimType, TimeSpan maxAge)
        : base(issuer, $"The user must have launched the mini app within {maxAge:c}.")
    {
        if (maxAge < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maxAge), maxAge, "A launch can't be younger than nothing.");
        }

        (_claimType, MaxAge) = (claimType, maxAge);
    }

    /// <summary>The greatest age, in whole seconds; a launch exactly as old is recent.</summary>
    public TimeSpan MaxAge { get; }

    internal void Judge(AuthorizationHandlerContext context, DateTimeOffset now)
    {
        var oldest = now.ToUnixTimeSeconds() - (long)MaxAge.TotalSeconds;
        Decide(context, IsMetBy(context, launch => launch.Number(_claimType) is { } time && UnixTime.ToSeconds(time) >= oldest));
    }
}
