using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The launch parameters that VK signed, typed (<see href="https://dev.vk.ru/mini-apps/development/launch-params">VK's page</see>).
/// They describe the moment of the launch: a role, a flag or a scope may have changed since.
/// </summary>
/// <remarks>
/// What VK adds without notice is there by name, through <see cref="this[string]"/> and <see cref="Values"/>. A value that is empty, or
/// can't be read as its type, reads as absent, other than the ids and the time without which no launch is accepted; as it came, it is
/// there by name.
/// </remarks>
public sealed class VkLaunchParams : IMiniAppLaunch
{
    private static readonly LaunchQueryLimits LimitsWithJson = new(AcceptJson: true);

    /// <summary>In the place of a user of VK, for a launch inside Odnoklassniki, which has none.</summary>
    private const long NoVkUser = -1;

    /// <summary>The <see cref="AppSignature"/> by which it was verified; the token of one that was not.</summary>
    private readonly object _origin;

    private readonly long _vkUserId;

    private readonly SignStart _signStart;

    /// <summary>Reads what anybody may have written.</summary>
    internal VkLaunchParams(in LaunchQuery query, string token)
        : this(query, appId: "", origin: token)
    {
    }

    /// <summary>Reads what a verifier accepted as this app's.</summary>
    internal VkLaunchParams(in LaunchQuery query, AppSignature app)
        : this(query, app.AppId, origin: app)
    {
        _signStart = SignStart.Of(query.Sign);
    }

    private VkLaunchParams(in LaunchQuery query, string appId, object origin)
    {
        _origin = origin;
        Values = query.ReadValues(appId);
        _vkUserId = query.IsOdnoklassniki ? NoVkUser : Math.Max(query.UserId, 0);
    }

    /// <summary>The mini app's id: <c>vk_app_id</c>.</summary>
    public long AppId => _origin is AppSignature app ? app.AppNumber : Number(VkLaunchParamNames.AppId) ?? 0;

    /// <summary>
    /// The user's id: <c>vk_user_id</c>. 0 for a launch inside Odnoklassniki, whose user is <see cref="OkUserId"/>: the two number
    /// spaces must not be mixed.
    /// </summary>
    public long UserId => Math.Max(_vkUserId, 0);

    /// <summary>When VK signed the parameters: <c>vk_ts</c>, in whole seconds, UTC.</summary>
    public DateTimeOffset Timestamp => UnixTime.ToDateTimeOffset(IsOdnoklassniki ? UnixTime.ToSeconds(SignedTime) : SignedTime);

    /// <summary>Where the app was opened: <c>vk_platform</c>.</summary>
    public VkPlatform Platform => Known(VkLaunchParamNames.Platform) is { } platform ? new VkPlatform(platform) : default;

    /// <summary>The language of VK's interface, such as <c>ru</c>: <c>vk_language</c>. Empty where VK named none.</summary>
    public string Language => Known(VkLaunchParamNames.Language) ?? string.Empty;

    /// <summary>
    /// The accesses at VK that the user has granted, such as <c>friends</c>: <c>vk_access_token_settings</c>. None inside Odnoklassniki.
    /// Split anew at each call.
    /// </summary>
    public IReadOnlyList<string> Scopes => IsOdnoklassniki ? []
        : Known(VkLaunchParamNames.AccessTokenSettings)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether the user allowed notifications from the app: <c>vk_are_notifications_enabled</c>.</summary>
    public bool AreNotificationsEnabled => Flag(VkLaunchParamNames.AreNotificationsEnabled);

    /// <summary>Whether the user has installed the app: <c>vk_is_app_user</c>.</summary>
    public bool IsAppUser => Flag(VkLaunchParamNames.IsAppUser);

    /// <summary>Whether the app is among the user's favorites: <c>vk_is_favorite</c>.</summary>
    public bool IsFavorite => Flag(VkLaunchParamNames.IsFavorite);

    /// <summary>From which place in VK the app was opened: <c>vk_ref</c>, an open list.</summary>
    public string? Ref => Known(VkLaunchParamNames.Ref);

    /// <summary>
    /// The community of VK that the app was opened from: <c>vk_group_id</c>. None inside Odnoklassniki, whose communities are other ones.
    /// </summary>
    public long? GroupId => IsOdnoklassniki ? null : Number(VkLaunchParamNames.GroupId);

    /// <summary>
    /// The user's role in <see cref="GroupId"/>, and in no other community: <c>vk_viewer_group_role</c>. None inside Odnoklassniki.
    /// </summary>
    public VkGroupRole? ViewerGroupRole =>
        !IsOdnoklassniki && Known(VkLaunchParamNames.ViewerGroupRole) is { } role ? new VkGroupRole(role) : null;

    /// <summary>The conversation of VK that the app was opened from: <c>vk_chat_id</c>. None inside Odnoklassniki.</summary>
    public string? ChatId => IsOdnoklassniki ? null : Known(VkLaunchParamNames.ChatId);

    /// <summary>The profile of VK that the app was opened from: <c>vk_profile_id</c>. None inside Odnoklassniki.</summary>
    public long? ProfileId => IsOdnoklassniki ? null : Number(VkLaunchParamNames.ProfileId);

    /// <summary>Whether the user has a button of the app on the profile: <c>vk_has_profile_button</c>.</summary>
    public bool HasProfileButton => Flag(VkLaunchParamNames.HasProfileButton);

    /// <summary>Whether the user recommends the app on the profile: <c>vk_is_recommended</c>.</summary>
    public bool IsRecommended => Flag(VkLaunchParamNames.IsRecommended);

    /// <summary>The testing group of VK that the user belongs to: <c>vk_testing_group_id</c>. None inside Odnoklassniki.</summary>
    public long? TestingGroupId => IsOdnoklassniki ? null : Number(VkLaunchParamNames.TestingGroupId);

    /// <summary>Whether a game was opened inside the play machine: <c>vk_is_play_machine</c>.</summary>
    public bool IsPlayMachine => Flag(VkLaunchParamNames.IsPlayMachine);

    /// <summary>Whether a game was opened in the wide layout: <c>vk_is_widescreen</c>.</summary>
    public bool IsWidescreen => Flag(VkLaunchParamNames.IsWidescreen);

    /// <summary>Any text that a game's developer put into a request: <c>vk_request_key</c>.</summary>
    public string? RequestKey => Known(VkLaunchParamNames.RequestKey);

    /// <summary>Experiments the user takes part in, as JSON: <c>vk_experiment</c>, undocumented.</summary>
    public string? Experiment => Known(VkLaunchParamNames.Experiment);

    /// <summary>
    /// Whether the app was opened inside Odnoklassniki. Accepted only with
    /// <see cref="VkLaunchParamsVerifierOptions.AllowOdnoklassniki"/>. Its users, communities, conversations and accesses are not VK's,
    /// however it numbers them: what it said of those is there by name alone.
    /// </summary>
    public bool IsOdnoklassniki => _vkUserId == NoVkUser;

    /// <summary>The user's id in Odnoklassniki: <c>vk_ok_user_id</c>.</summary>
    public long? OkUserId => Number(VkLaunchParamNames.OkUserId);

    /// <summary>The app's id in Odnoklassniki: <c>vk_ok_app_id</c>.</summary>
    public long? OkAppId => Number(VkLaunchParamNames.OkAppId);

    /// <summary>Every signed parameter, decoded, in the ordinal order of the names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Values { get; }

    /// <inheritdoc/>
    public MiniAppSubject? Subject =>
        IsOdnoklassniki ? OkUserId is > 0 and var okUserId ? MiniAppSubject.OkUser(okUserId) : null
        : UserId > 0 ? MiniAppSubject.VkUser(UserId) : null;

    /// <inheritdoc/>
    public LaunchId? LaunchId => IsVerified ? MiniApp.LaunchId.Create(MiniAppSubject.VkApp(AppId), _signStart) : null;

    MiniAppSubject? IMiniAppLaunch.App => AppId > 0 ? MiniAppSubject.VkApp(AppId) : null;

    DateTimeOffset IMiniAppLaunch.Time => Timestamp;

    /// <summary>Whether a verifier accepted these, so that other signatures may be judged by their app and user.</summary>
    internal bool IsVerified => _origin is AppSignature;

    /// <summary>The token that they were read from, to be verified later; <see langword="null"/> where they are verified.</summary>
    internal string? Token => _origin as string;

    private long SignedTime => Number(VkLaunchParamNames.Timestamp) ?? 0;

    /// <summary>A signed parameter's decoded value, which may be empty; <see langword="null"/> where it is not there.</summary>
    /// <param name="name">The full name, such as <c>vk_ref</c>, compared ordinally.</param>
    public string? this[string name] => Values.Find(name);

    /// <summary>
    /// Whether a token looks like launch parameters, in any spelling that a verifier can be told to accept, to tell it from tokens of
    /// other kinds. Nothing is verified.
    /// </summary>
    /// <param name="token">The token. One of more than 8,192 bytes or 128 parameters never does.</param>
    public static bool LooksLikeLaunch(ReadOnlySpan<char> token)
    {
        using var query = new LaunchQuery(token, LimitsWithJson);
        return query.Failure != VkLaunchFailure.Malformed && query.HasParameters;
    }

    /// <summary>
    /// Takes the query out of a token, and judges nothing: base64 and the address around it are gone, and it is split, with what VK does
    /// not sign in it, but nothing of it was verified, and it may not even be a launch.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 bytes. The object that the bridge answers with has no query.</param>
    /// <param name="query">What is in it.</param>
    /// <returns><see langword="false"/> for a token that is neither text nor base64 of one, or is too long.</returns>
    public static bool TryDecode(ReadOnlySpan<char> token, [NotNullWhen(true)] out TokenQuery? query)
    {
        query = QueryText.Decode(token);
        return query is not null;
    }

    /// <summary>
    /// Reads what a token says, whoever wrote it: for diagnosis, never for a decision. To sign a user in, use
    /// <see cref="VkLaunchParamsVerifier.Verify(string?)"/>.
    /// </summary>
    /// <param name="token">The token, of at most 8,192 bytes and 128 parameters.</param>
    /// <param name="unverified">What it says; a missing id is 0, a missing time is the Unix epoch.</param>
    /// <returns><see langword="false"/> for a token that is malformed or holds a parameter twice.</returns>
    public static bool TryParseUnverified(ReadOnlySpan<char> token, [NotNullWhen(true)] out VkLaunchParams? unverified)
    {
        using var query = new LaunchQuery(token, LimitsWithJson);
        unverified = query.Failure == VkLaunchFailure.None ? new VkLaunchParams(query, token.ToString()) : null;
        return unverified is not null;
    }

    /// <summary>
    /// The value of a documented name, where it says anything. <see cref="KnownNames"/> made the keys, so those are the very constants
    /// asked for.
    /// </summary>
    private string? Known(string name)
    {
        foreach (var (key, value) in Values)
        {
            if (ReferenceEquals(key, name))
            {
                return value.Length > 0 ? value : null;
            }
        }

        return null;
    }

    private bool Flag(string name) => Known(name) == "1";

    private long? Number(string name) => DecimalDigits.TryRead(Known(name), out long number) ? number : null;
}
