using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The documented names as the very strings of <see cref="VkLaunchParamNames"/>. By the length, and then in whole: the compiler makes a jump
/// and a comparison or two of it, and nothing has to be fetched from memory.
/// </summary>
internal static class KnownNames
{
    public static string ToString(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 when name.SequenceEqual("vk_ts"u8) => VkLaunchParamNames.Timestamp,
        6 when name.SequenceEqual("vk_ref"u8) => VkLaunchParamNames.Ref,
        9 when name.SequenceEqual("vk_app_id"u8) => VkLaunchParamNames.AppId,
        9 when name.SequenceEqual("vk_client"u8) => VkLaunchParamNames.Client,
        10 when name.SequenceEqual("vk_chat_id"u8) => VkLaunchParamNames.ChatId,
        10 when name.SequenceEqual("vk_user_id"u8) => VkLaunchParamNames.UserId,
        11 when name.SequenceEqual("vk_group_id"u8) => VkLaunchParamNames.GroupId,
        11 when name.SequenceEqual("vk_language"u8) => VkLaunchParamNames.Language,
        11 when name.SequenceEqual("vk_platform"u8) => VkLaunchParamNames.Platform,
        12 when name.SequenceEqual("vk_ok_app_id"u8) => VkLaunchParamNames.OkAppId,
        13 when name.SequenceEqual("vk_experiment"u8) => VkLaunchParamNames.Experiment,
        13 when name.SequenceEqual("vk_ok_user_id"u8) => VkLaunchParamNames.OkUserId,
        13 when name.SequenceEqual("vk_profile_id"u8) => VkLaunchParamNames.ProfileId,
        14 when name.SequenceEqual("vk_is_app_user"u8) => VkLaunchParamNames.IsAppUser,
        14 when name.SequenceEqual("vk_is_favorite"u8) => VkLaunchParamNames.IsFavorite,
        14 when name.SequenceEqual("vk_request_key"u8) => VkLaunchParamNames.RequestKey,
        16 when name.SequenceEqual("vk_is_widescreen"u8) => VkLaunchParamNames.IsWidescreen,
        17 when name.SequenceEqual("vk_is_recommended"u8) => VkLaunchParamNames.IsRecommended,
        18 when name.SequenceEqual("vk_is_play_machine"u8) => VkLaunchParamNames.IsPlayMachine,
        19 when name.SequenceEqual("vk_testing_group_id"u8) => VkLaunchParamNames.TestingGroupId,
        20 when name.SequenceEqual("vk_viewer_group_role"u8) => VkLaunchParamNames.ViewerGroupRole,
        21 when name.SequenceEqual("vk_has_profile_button"u8) => VkLaunchParamNames.HasProfileButton,
        24 when name.SequenceEqual("vk_access_token_settings"u8) => VkLaunchParamNames.AccessTokenSettings,
        28 when name.SequenceEqual("vk_are_notifications_enabled"u8) => VkLaunchParamNames.AreNotificationsEnabled,
        _ => Utf8Text.ToString(name),
    };
}
