namespace VkMiniApp.AspNetCore;

/// <summary>
/// The token can't be a launch: it is malformed, holds a parameter twice, or lacks one. <see cref="VkLaunchException.Failure"/> tells
/// which.
/// </summary>
public sealed class VkLaunchMalformedException : VkLaunchException
{
    internal VkLaunchMalformedException(VkLaunchFailure failure)
        : base(failure, "The launch parameters are malformed or incomplete")
    {
    }
}
