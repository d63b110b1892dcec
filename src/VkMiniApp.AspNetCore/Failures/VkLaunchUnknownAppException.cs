using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>The launch parameters are of an app that the scheme does not know.</summary>
public sealed class VkLaunchUnknownAppException : MiniAppException
{
    internal VkLaunchUnknownAppException()
        : base(VkLaunchFailure.UnknownApp, "The launch parameters are of another app")
    {
    }
}
