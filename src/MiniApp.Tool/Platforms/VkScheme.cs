using MiniApp.AspNetCore;
using MiniApp.Tool.Terminal;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniApp.Tool.Platforms;

/// <summary>A scheme of VK mini apps.</summary>
internal sealed class VkScheme(string name, VkMiniAppOptions options, TimeProvider clock) : IScheme
{
    public string Name => name;

    public MiniAppOptions Options => options;

    public int KeyCount => options.Apps.Values.Sum(secrets => secrets.Count);

    public Verdict Judge(ReadOnlySpan<char> token)
    {
        var result = options.Verifier.Verify(token);
        return !result.Succeeded ? new Verdict(VkRefusals.Of(result.Failure))
            : result.LaunchParams is { IsOdnoklassniki: true } launch ? new Verdict(null, launch.OkUserId ?? 0, launch.AppId)
            : new Verdict(null, result.LaunchParams.UserId, result.LaunchParams.AppId);
    }

    public string Sign(LaunchDescriptor launch)
    {
        if (launch.Parameters.Keys.Any(parameter => !parameter.StartsWith(VkLaunchParamNames.Prefix, StringComparison.Ordinal)))
        {
            throw new UsageException("VK signs only parameters whose names start with vk_.", "Append the others to the signed query.");
        }

        var descriptor = new VkLaunchParamsDescriptor
        {
            UserId = launch.UserId,
            Timestamp = clock.GetUtcNow() - launch.Age,
            Language = launch.Language ?? "ru",
            GroupId = launch.GroupId,
            ViewerGroupRole = launch.Role is { } role ? new VkGroupRole(role) : null,
            Additional = launch.Parameters,
        };

        var appId = ChooseApp(options);
        return new VkLaunchParamsSigner(appId, options.Apps[appId][0], clock).SignQuery(descriptor);
    }

    /// <summary>The app that is meant.</summary>
    /// <exception cref="UsageException">There is no telling which.</exception>
    public static long ChooseApp(VkMiniAppOptions options) =>
        options.AppId ?? (options.Apps.Count == 1 ? options.Apps.Keys.Single() : throw new UsageException(
            "The settings have several apps.", "Give --app-id the id of one of them."));
}
