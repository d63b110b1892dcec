using MiniApp.AspNetCore.DevLauncher;

namespace VkMiniApp.AspNetCore.DevLauncher;

/// <summary>The launch that the developer picked, as the page sends it.</summary>
/// <remarks>
/// The generated reader of JSON keeps defaults only where there is a setter, and refuses <see langword="null"/> only where no member is
/// required: the tests hold both.
/// </remarks>
internal sealed class LaunchRequest
{
    private const int LongestText = 256;
    private const int MostScopes = 64;

    /// <summary>The app; <see langword="null"/> for the scheme's first.</summary>
    public long? AppId { get; set; }

    /// <summary>The user; 0 for nobody.</summary>
    public long? UserId { get; set; }

    public LaunchKind Kind { get; set; }

    /// <summary>How long ago an <see cref="LaunchKind.Aged"/> launch was signed; below 0 for one dated ahead.</summary>
    public long AgeSeconds { get; set; }

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

    /// <summary>The first setting that can't be worked with, in words, or <see langword="null"/>.</summary>
    public string? FindFault() =>
        UserId is null or < 0 ? "The user's id must be there, and not negative."
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
