namespace VkMiniApp.AspNetCore;

/// <summary>The launch is older than <see cref="VkMiniAppOptions.Lifetime"/>. The page can ask VK for fresh parameters.</summary>
public sealed class VkLaunchExpiredException : VkLaunchException
{
    internal VkLaunchExpiredException()
        : base(VkLaunchFailure.Expired, "The launch parameters have expired")
    {
    }
}
