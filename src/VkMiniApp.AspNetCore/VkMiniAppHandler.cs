using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Verifies launch parameters and makes claims of what VK signed.</summary>
/// <param name="options">The schemes' options.</param>
/// <param name="logger">Makes the handler's log.</param>
/// <param name="encoder">The encoder that every handler of the framework is given.</param>
public sealed class VkMiniAppHandler(IOptionsMonitor<VkMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : MiniAppHandler<VkMiniAppOptions, VkLaunchParams>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out VkLaunchParams? launch, [NotNullWhen(false)] out MiniAppException? failure)
    {
        var answer = Options.Verifier.Verify(token);

        launch = answer.LaunchParams;
        failure = answer.Succeeded ? null : VkFailures.All[answer.Failure];
        return answer.Succeeded;
    }

    /// <inheritdoc/>
    protected override void AddClaims(MiniAppIdentity<VkLaunchParams> user)
    {
        var launch = user.Launch;
        foreach (var (name, value) in launch.Values)
        {
            // Odnoklassniki numbers its users and communities anew: its user 5 is not VK's, whatever stands in vk_user_id.
            if (!launch.IsOdnoklassniki || !VkClaimTypes.OfVkAlone.Contains(name))
            {
                user.Add(name, value);
            }
        }

        user.Add(ClaimTypes.NameIdentifier, launch.IsOdnoklassniki ? $"ok:{launch.OkUserId}" : launch[VkClaimTypes.UserId]!);
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? ReadTime(ReadOnlySpan<char> token) =>
        VkLaunchParams.TryParseUnverified(token, out var launch) ? launch.Timestamp : null;

    /// <inheritdoc/>
    protected override LaunchFacts Describe(VkLaunchParams launch) =>
        new("vk", launch.Platform.Value is { Length: > 0 } client ? client : null);
}
