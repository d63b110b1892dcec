using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>What VK signed, in the event that follows its verification.</summary>
public static class VkTokenValidatedContextExtensions
{
    /// <summary>The verified launch parameters.</summary>
    /// <param name="context">The context of <see cref="MiniAppEvents.OnTokenValidated"/> of a VK scheme.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The principal is not the one that a VK scheme made.</exception>
    public static VkLaunchParams GetVkLaunchParams(this TokenValidatedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return context.GetLaunch<VkLaunchParams>();
    }
}
