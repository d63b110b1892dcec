namespace VkMiniApp.AspNetCore;

/// <summary>The signature is not that of the launch parameters under any of the app's keys.</summary>
public sealed class VkLaunchInvalidSignatureException : VkLaunchException
{
    internal VkLaunchInvalidSignatureException()
        : base(VkLaunchFailure.InvalidSignature, "The signature of the launch parameters is invalid")
    {
    }
}
