namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>What the page offers to pick from. No key is in it.</summary>
/// <param name="AppIds">The apps of the scheme, as text.</param>
/// <param name="Platforms">The platforms that VK documents.</param>
/// <param name="Roles">The roles in a community.</param>
/// <param name="LifetimeSeconds">How long the scheme accepts a launch.</param>
internal sealed record VkLauncherSettings(
    IReadOnlyList<string> AppIds, IReadOnlyList<string> Platforms, IReadOnlyList<string> Roles, long LifetimeSeconds)
{
    private static readonly VkPlatform[] DocumentedPlatforms =
    [
        VkPlatform.DesktopWeb, VkPlatform.MobileWeb, VkPlatform.MobileAndroid, VkPlatform.MobileIPhone, VkPlatform.MobileIPad,
        VkPlatform.DesktopAppMessenger, VkPlatform.DesktopWebMessenger, VkPlatform.MobileAndroidMessenger, VkPlatform.MobileIPhoneMessenger,
        VkPlatform.AndroidExternal, VkPlatform.IPhoneExternal, VkPlatform.IPadExternal, VkPlatform.MobileWebExternal, VkPlatform.WebExternal,
    ];

    private static readonly VkGroupRole[] DocumentedRoles =
        [VkGroupRole.None, VkGroupRole.Member, VkGroupRole.Moderator, VkGroupRole.Editor, VkGroupRole.Admin];

    public static VkLauncherSettings Of(VkLaunchSigner signer) => new(
        [.. signer.AppIds.Select(id => $"{id}")],
        [.. DocumentedPlatforms.Select(platform => platform.Value)],
        [.. DocumentedRoles.Select(role => role.Value)],
        (long)signer.Scheme.Lifetime.TotalSeconds);
}
