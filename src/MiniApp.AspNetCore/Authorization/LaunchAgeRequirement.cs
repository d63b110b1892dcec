using Microsoft.AspNetCore.Authorization;

namespace MiniApp.AspNetCore;

/// <summary>The user's launch must be recent. The scheme's lifetime says how long a launch is good for; this, for what.</summary>
/// <param name="platform">The platform: the claims' original issuer.</param>
/// <param name="maxAge">The greatest age, in whole seconds; exactly as old is recent.</param>
/// <param name="readTime">When the platform signed the launch, in Unix seconds.</param>
internal sealed class LaunchAgeRequirement(string platform, TimeSpan maxAge, Func<LaunchClaims, long?> readTime) : IAuthorizationRequirement
{
    public string Platform => platform;

    public TimeSpan MaxAge { get; } = maxAge >= TimeSpan.Zero ? maxAge
        : throw new ArgumentOutOfRangeException(nameof(maxAge), maxAge, "A launch can't be younger than nothing.");

    public long? ReadTime(LaunchClaims launch) => readTime(launch);

    public override string ToString() => $"The user must have launched the mini app within {MaxAge:c}.";
}
