using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>A launch of VK, as the page sends it.</summary>
internal sealed class VkLaunchRequest : LaunchRequest
{
    private const int LongestText = 256;
    private const int MostScopes = 64;

    /// <summary>The app; <see langword="null"/> for the scheme's first.</summary>
    public long? AppId { get; set; }

    public string Platform { get; set; } = VkPlatform.DesktopWeb.Value;

    public string Language { get; set; } = "ru";

    public IReadOnlyList<string> Scopes { get; set; } = [];

    public bool AreNotificationsEnabled { get; set; }

    public bool IsAppUser { get; set; }

    public bool IsFavorite { get; set; }

    public string? Ref { get; set; }

    public long? GroupId { get; set; }

    public string? ViewerGroupRole { get; set; }

    /// <summary>What stands behind the app's link at VK: it becomes the fragment of the page's address, and nobody signs it.</summary>
    public string? Fragment { get; set; }

    public override string? FindFault() =>
        base.FindFault() is { } fault ? fault
        : GroupId <= 0 ? "The community's id must be above 0."
        : Scopes.Count > MostScopes || Scopes.Any(scope => scope is null or { Length: > LongestText }) ? "There are too many scopes, or a scope is too long."
        : new[] { Platform, Language, Ref, ViewerGroupRole, Fragment }.Any(text => text?.Length > LongestText) ? "A text is too long."
        : null;

    public VkLaunchParamsDescriptor ToDescriptor(DateTimeOffset timestamp) => new()
    {
        UserId = UserId!.Value,
        Timestamp = timestamp,
        Platform = new VkPlatform(Platform),
        Language = Language,
        Scopes = Scopes,
        AreNotificationsEnabled = AreNotificationsEnabled,
        IsAppUser = IsAppUser,
        IsFavorite = IsFavorite,
        Ref = Ref,
        GroupId = GroupId,
        ViewerGroupRole = ViewerGroupRole is { } role ? new VkGroupRole(role) : null,
    };
}
