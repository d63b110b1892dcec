using VkMiniApp;

namespace MiniAppBackend;

/// <summary>What <c>/me</c> answers.</summary>
internal sealed record Me(long? Id, string Platform, string Language)
{
    public static Me Of(VkLaunchParams launch) =>
        new(launch.IsOdnoklassniki ? null : launch.UserId, launch.Platform.Value, launch.Language);
}
