using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The launch is one inside Odnoklassniki, and <see cref="VkMiniAppOptions.AllowOdnoklassniki"/> is off.</summary>
public sealed class VkLaunchOdnoklassnikiException : MiniAppException
{
    internal VkLaunchOdnoklassnikiException()
        : base(VkLaunchFailure.OdnoklassnikiNotAllowed, "Launches inside Odnoklassniki are not accepted")
    {
    }
}
