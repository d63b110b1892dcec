using System.Security.Claims;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>What <c>/me</c> answers.</summary>
internal sealed record Me(long? Id, string Platform, string Language)
{
    public static Me Of(ClaimsPrincipal user)
    {
        var launch = user.GetVkLaunchParams()!;
        return new Me(user.GetVkUserId(), launch.Platform.Value, launch.Language);
    }
}
