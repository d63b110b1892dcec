using System.Collections.Frozen;

namespace VkMiniApp;

/// <summary>The launch that a <see cref="VkLaunchParamsSigner"/> is to sign: what VK would say of it.</summary>
public sealed class VkLaunchParamsDescriptor
{
    /// <summary>The user's id.</summary>
    public required long UserId { get; init; }

    /// <summary>When the parameters are signed.</summary>
    /// <value><see langword="null"/>: now, by the signer's clock. Whole seconds count.</value>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where the app was opened.</summary>
    /// <value><see cref="VkPlatform.DesktopWeb"/>.</value>
    public VkPlatform Platform { get; init; } = VkPlatform.DesktopWeb;

    /// <summary>The language of VK's interface.</summary>
    /// <value><c>ru</c>.</value>
    public string Language { get; init; } = "ru";

    /// <summary>The scopes the user has granted.</summary>
    /// <value>None.</value>
    public IReadOnlyCollection<string> Scopes { get; init; } = [];

    /// <summary>Whether the user allowed notifications from the app.</summary>
    public bool AreNotificationsEnabled { get; init; }

    /// <summary>Whether the user has installed the app.</summary>
    public bool IsAppUser { get; init; }

    /// <summary>Whether the app is among the user's favorites.</summary>
    public bool IsFavorite { get; init; }

    /// <summary>From which place in VK the app was opened.</summary>
    public string? Ref { get; init; }

    /// <summary>The community the app was opened from.</summary>
    public long? GroupId { get; init; }

    /// <summary>The user's role in that community.</summary>
    public VkGroupRole? ViewerGroupRole { get; init; }

    /// <summary>
    /// Parameters beyond these, by their full names, each starting with <c>vk_</c>. They replace what the other properties say, so that
    /// a test can sign what VK never would.
    /// </summary>
    public IReadOnlyDictionary<string, string> Additional { get; init; } = FrozenDictionary<string, string>.Empty;
}
