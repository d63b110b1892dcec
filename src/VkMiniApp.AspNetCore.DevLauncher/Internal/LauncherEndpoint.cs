namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>Marks the launcher's own endpoints, whose requests are no calls of the mini app.</summary>
internal sealed class LauncherEndpoint
{
    public static LauncherEndpoint Instance { get; } = new();
}
