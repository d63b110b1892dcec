using System.Globalization;
using System.Security.Claims;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Sessions;

/// <summary>The user of a session: only what goes on being true after the launch that the session began with.</summary>
internal static class SessionUser
{
    /// <summary>How long a session may last, however often it is renewed. Then VK has to say again who is there.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>When VK signed the launch, in Unix seconds, under OpenID Connect's name for it.</summary>
    private const string LaunchTime = "auth_time";

    // A role, a scope, a flag were true at the launch: what needs them asks for a fresh one. So does what demands a recent launch.
    private static readonly string[] Lasting = [ClaimTypes.NameIdentifier, VkClaimTypes.UserId, VkClaimTypes.OkUserId, VkClaimTypes.AppId];

    public static ClaimsPrincipal After(ClaimsPrincipal launched)
    {
        var time = launched.GetVkLaunchParams()!.Timestamp.ToUnixTimeSeconds();
        var claims = launched.Claims.Where(claim => claim.OriginalIssuer == VkMiniAppDefaults.Issuer && Lasting.Contains(claim.Type));

        var user = new ClaimsIdentity(claims, "Session", VkClaimTypes.UserId, ClaimTypes.Role);
        user.AddClaim(new Claim(LaunchTime, time.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        return new ClaimsPrincipal(user);
    }

    public static DateTimeOffset? EndOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(LaunchTime), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? DateTimeOffset.FromUnixTimeSeconds(time) + Longest
            : null;
}
