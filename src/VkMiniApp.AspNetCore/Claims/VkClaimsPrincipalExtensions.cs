using System.Security.Claims;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>What a VK mini app's back end asks of its user.</summary>
public static class VkClaimsPrincipalExtensions
{
    /// <summary>
    /// The VK user's id: that of any identity with a claim <c>vk_user_id</c>, whoever issued it, as a cookie issued after a launch has.
    /// <see cref="MiniAppClaimsPrincipalExtensions.GetMiniAppSubject"/> believes the platform alone.
    /// </summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who did not come from VK, or came from inside Odnoklassniki.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static long? GetVkUserId(this ClaimsPrincipal principal) => principal.FindFirstNumber(VkClaimTypes.UserId);

    /// <summary>The verified launch parameters that the user was signed in by.</summary>
    /// <param name="principal">The user, of any scheme.</param>
    /// <returns><see langword="null"/> for a user who was signed in by anything else, a cookie issued after a launch included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="principal"/> is <see langword="null"/>.</exception>
    public static VkLaunchParams? GetVkLaunchParams(this ClaimsPrincipal principal) => principal.GetLaunch<VkLaunchParams>();
}
