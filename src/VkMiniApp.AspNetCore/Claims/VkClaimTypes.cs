using System.Collections.Frozen;

namespace VkMiniApp.AspNetCore;

/// <summary>
/// The types of the claims. Every parameter that VK signed becomes a claim under its own name, those that VK adds without notice included,
/// and empty ones too; the names here are the ones it documents. See <see cref="VkLaunchParamNames"/> for what they mean. A launch inside
/// Odnoklassniki has none about VK's users, communities, conversations and accesses.
/// </summary>
public static class VkClaimTypes
{
    /// <summary>
    /// What is said of users, communities and accesses of VK, and so is no claim inside Odnoklassniki, which has others under the same
    /// numbers and names.
    /// </summary>
    internal static readonly FrozenSet<string> OfVkAlone = FrozenSet.Create(
        StringComparer.Ordinal,
        UserId,
        GroupId,
        ViewerGroupRole,
        ChatId,
        AccessTokenSettings,
        VkLaunchParamNames.ProfileId,
        VkLaunchParamNames.TestingGroupId);

    /// <inheritdoc cref="VkLaunchParamNames.AppId"/>
    public const string AppId = VkLaunchParamNames.AppId;

    /// <summary>The user's id. A launch inside Odnoklassniki has none: see <see cref="OkUserId"/>.</summary>
    public const string UserId = VkLaunchParamNames.UserId;

    /// <inheritdoc cref="VkLaunchParamNames.Timestamp"/>
    public const string Timestamp = VkLaunchParamNames.Timestamp;

    /// <inheritdoc cref="VkLaunchParamNames.Platform"/>
    public const string Platform = VkLaunchParamNames.Platform;

    /// <inheritdoc cref="VkLaunchParamNames.Language"/>
    public const string Language = VkLaunchParamNames.Language;

    /// <inheritdoc cref="VkLaunchParamNames.AccessTokenSettings"/>
    public const string AccessTokenSettings = VkLaunchParamNames.AccessTokenSettings;

    /// <inheritdoc cref="VkLaunchParamNames.AreNotificationsEnabled"/>
    public const string AreNotificationsEnabled = VkLaunchParamNames.AreNotificationsEnabled;

    /// <inheritdoc cref="VkLaunchParamNames.IsAppUser"/>
    public const string IsAppUser = VkLaunchParamNames.IsAppUser;

    /// <inheritdoc cref="VkLaunchParamNames.IsFavorite"/>
    public const string IsFavorite = VkLaunchParamNames.IsFavorite;

    /// <inheritdoc cref="VkLaunchParamNames.Ref"/>
    public const string Ref = VkLaunchParamNames.Ref;

    /// <inheritdoc cref="VkLaunchParamNames.GroupId"/>
    public const string GroupId = VkLaunchParamNames.GroupId;

    /// <inheritdoc cref="VkLaunchParamNames.ViewerGroupRole"/>
    public const string ViewerGroupRole = VkLaunchParamNames.ViewerGroupRole;

    /// <inheritdoc cref="VkLaunchParamNames.ChatId"/>
    public const string ChatId = VkLaunchParamNames.ChatId;

    /// <inheritdoc cref="VkLaunchParamNames.OkUserId"/>
    public const string OkUserId = VkLaunchParamNames.OkUserId;
}
