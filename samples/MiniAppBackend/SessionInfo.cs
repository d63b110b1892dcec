using System.Security.Claims;
using MiniApp.AspNetCore;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>What <c>/session</c> answers.</summary>
internal sealed record SessionInfo(long? Id, string By)
{
    public static SessionInfo Of(ClaimsPrincipal user) => new(user.GetVkUserId(), user.GetSession() is null ? "launch" : "session");
}
