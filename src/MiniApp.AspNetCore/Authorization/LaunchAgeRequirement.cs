using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>The user's launch must be recent.</summary>
/// <param name="issuer">The platform: the claims' original issuer.</param>
/// <param name="claimType">The claim that holds when the platform signed the launch.</param>
/// <param name="maxAge">The greatest age, in whole seconds; a launch exactly that old is recent.</param>
internal sealed class LaunchAgeRequirement(string issuer, string claimType, TimeSpan maxAge) : IAuthorizationRequirement
{
    public string Issuer => issuer;

    public TimeSpan MaxAge { get; } = maxAge >= TimeSpan.Zero ? maxAge
        : throw new ArgumentOutOfRangeException(nameof(maxAge), maxAge, "A launch can't be younger than nothing.");

    /// <summary>When the platform signed the launch, in Unix seconds.</summary>
    public long? ReadTime(LaunchClaims launch) => launch.Number(claimType) is { } time ? UnixTime.ToSeconds(time) : null;

    public override string ToString() => $"The user must have launched the mini app within {MaxAge:c}.";
}
