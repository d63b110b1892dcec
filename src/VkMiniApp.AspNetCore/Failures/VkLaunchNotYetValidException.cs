namespace VkMiniApp.AspNetCore;

/// <summary>The launch is dated further ahead than <see cref="VkMiniAppOptions.ClockSkew"/> allows.</summary>
public sealed class VkLaunchNotYetValidException : VkLaunchException
{
    internal VkLaunchNotYetValidException()
        : base(VkLaunchFailure.NotYetValid, "The launch parameters are dated in the future")
    {
    }
}
