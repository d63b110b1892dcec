using System.Text;
using MiniApp;

namespace VkMiniApp;

/// <summary>
/// The documented names as the very strings of <see cref="VkLaunchParamNames"/>. Both they and the parameters are sorted, so one walk along
/// them finds the names of all parameters, which is less work than to look each of them up.
/// </summary>
internal ref struct KnownNames
{
    private static readonly string[] Texts =
    [
        .. new[]
        {
            VkLaunchParamNames.AppId, VkLaunchParamNames.UserId, VkLaunchParamNames.Timestamp, VkLaunchParamNames.Platform,
            VkLaunchParamNames.Language, VkLaunchParamNames.AccessTokenSettings, VkLaunchParamNames.AreNotificationsEnabled,
            VkLaunchParamNames.IsAppUser, VkLaunchParamNames.IsFavorite, VkLaunchParamNames.Ref, VkLaunchParamNames.GroupId,
            VkLaunchParamNames.ViewerGroupRole, VkLaunchParamNames.ChatId, VkLaunchParamNames.ProfileId,
            VkLaunchParamNames.HasProfileButton, VkLaunchParamNames.IsRecommended, VkLaunchParamNames.TestingGroupId,
            VkLaunchParamNames.IsPlayMachine, VkLaunchParamNames.IsWidescreen, VkLaunchParamNames.RequestKey,
            VkLaunchParamNames.Experiment, VkLaunchParamNames.Client, VkLaunchParamNames.OkUserId, VkLaunchParamNames.OkAppId,
        }.Order(StringComparer.Ordinal),
    ];

    private static readonly byte[][] Utf8 = [.. Texts.Select(Encoding.UTF8.GetBytes)];

    private static readonly ulong[] Starts = [.. Utf8.Select(name => SortedParameters.ReadStart(name.AsSpan(VkLaunchParamNames.Prefix.Length)))];

    private int _place;

    /// <summary>The text of a name.</summary>
    /// <param name="name">The name, no lower than the one before it.</param>
    /// <param name="start">Its first bytes behind the prefix, as <see cref="SortedParameters"/> has them.</param>
    public string ToString(ReadOnlySpan<byte> name, ulong start)
    {
        var starts = Starts;
        while (_place < starts.Length && starts[_place] < start)
        {
            _place++;
        }

        return _place < starts.Length && starts[_place] == start && name.SequenceEqual(Utf8[_place]) ? Texts[_place] : Utf8Text.ToString(name);
    }
}
