namespace VkMiniApp;

/// <summary>
/// The names of the launch parameters that VK documents or was seen to sign
/// (<see href="https://dev.vk.ru/mini-apps/development/launch-params">VK's page</see>).
/// </summary>
public static class VkLaunchParamNames
{
    /// <summary>What every signed parameter's name starts with.</summary>
    public const string Prefix = "vk_";

    /// <summary>The signature: HMAC-SHA256 in base64url without padding, 43 characters. Not signed itself.</summary>
    public const string Sign = "sign";

    /// <summary>The mini app's id.</summary>
    public const string AppId = "vk_app_id";

    /// <summary>The user's id; 0 where nobody is signed in.</summary>
    public const string UserId = "vk_user_id";

    /// <summary>When the parameters were signed, in Unix seconds.</summary>
    public const string Timestamp = "vk_ts";

    /// <summary>Where the app was opened: <see cref="VkPlatform"/>.</summary>
    public const string Platform = "vk_platform";

    /// <summary>The language of VK's interface, such as <c>ru</c>.</summary>
    public const string Language = "vk_language";

    /// <summary>The scopes the user has granted, separated by commas; may be empty.</summary>
    public const string AccessTokenSettings = "vk_access_token_settings";

    /// <summary>1 where the user allowed notifications from the app.</summary>
    public const string AreNotificationsEnabled = "vk_are_notifications_enabled";

    /// <summary>1 where the user has installed the app.</summary>
    public const string IsAppUser = "vk_is_app_user";

    /// <summary>1 where the app is among the user's favorites.</summary>
    public const string IsFavorite = "vk_is_favorite";

    /// <summary>From which place in VK the app was opened: an open list.</summary>
    public const string Ref = "vk_ref";

    /// <summary>The community the app was opened from.</summary>
    public const string GroupId = "vk_group_id";

    /// <summary>The viewer's role in that community: <see cref="VkGroupRole"/>.</summary>
    public const string ViewerGroupRole = "vk_viewer_group_role";

    /// <summary>The conversation the app was opened from.</summary>
    public const string ChatId = "vk_chat_id";

    /// <summary>The profile the app was opened from.</summary>
    public const string ProfileId = "vk_profile_id";

    /// <summary>1 where the user has a button of the app on the profile.</summary>
    public const string HasProfileButton = "vk_has_profile_button";

    /// <summary>1 where the user recommends the app on the profile.</summary>
    public const string IsRecommended = "vk_is_recommended";

    /// <summary>The testing group the user belongs to.</summary>
    public const string TestingGroupId = "vk_testing_group_id";

    /// <summary>1 where a game was opened inside the play machine.</summary>
    public const string IsPlayMachine = "vk_is_play_machine";

    /// <summary>1 where a game was opened in the wide layout.</summary>
    public const string IsWidescreen = "vk_is_widescreen";

    /// <summary>Any text that a game's developer put into a request.</summary>
    public const string RequestKey = "vk_request_key";

    /// <summary>Experiments the user takes part in, as JSON. Undocumented, but signed by VK.</summary>
    public const string Experiment = "vk_experiment";

    /// <summary><c>ok</c> where the app was opened inside Odnoklassniki.</summary>
    public const string Client = "vk_client";

    /// <summary>The user's id in Odnoklassniki: a number space of its own.</summary>
    public const string OkUserId = "vk_ok_user_id";

    /// <summary>The app's id in Odnoklassniki.</summary>
    public const string OkAppId = "vk_ok_app_id";
}
