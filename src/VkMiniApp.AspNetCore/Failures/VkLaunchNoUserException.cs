namespace VkMiniApp.AspNetCore;

/// <summary>The launch is good, but nobody is signed in to VK.</summary>
public sealed class VkLaunchNoUserException : VkLaunchException
{
    internal VkLaunchNoUserException()
        : base(VkLaunchFailure.NoUser, "The launch parameters name no user")
    {
    }
}
