using System.Security.Claims;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend.Sessions;

/// <summary>What <c>/session</c> answers.</summary>
internal sealed record SessionInfo(long? Id, string By)
{
    public static SessionInfo Of(ClaimsPrincipal user) => new(user.GetVkUserId(), user.GetVkLaunchParams() is null ? "session" : "launch");
}
