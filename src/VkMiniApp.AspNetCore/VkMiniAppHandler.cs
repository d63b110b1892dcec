using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Verifies launch parameters and makes claims of what VK signed.</summary>
internal sealed class VkMiniAppHandler(
    IOptionsMonitor<VkMiniAppOptions> options, ILoggerFactory logger, UrlEncoder encoder, LaunchMetrics metrics)
    : MiniAppHandler<VkMiniAppOptions>(options, logger, encoder, metrics)
{
    protected override bool TryVerify(
        ReadOnlySpan<char> token, [NotNullWhen(true)] out ClaimsIdentity? user, [NotNullWhen(false)] out AuthenticateResult? refusal)
    {
        var answer = Options.Verifier.Verify(token);

        user = answer.Succeeded ? CreateUser(answer.LaunchParams) : null;
        refusal = answer.Succeeded ? null : VkRefusals.Of(answer.Failure);
        return answer.Succeeded;
    }

    protected override LaunchFacts Describe(ClaimsIdentity user)
    {
        var launch = ((MiniAppIdentity<VkLaunchParams>)user).Launch;
        return new LaunchFacts("vk", launch.AppId, launch.Platform.Value is { Length: > 0 } platform ? platform : null, launch.Timestamp);
    }

    private MiniAppIdentity<VkLaunchParams> CreateUser(VkLaunchParams launch)
    {
        var user = new MiniAppIdentity<VkLaunchParams>(launch, Scheme.Name, VkClaimTypes.UserId, ClaimsIssuer, VkMiniAppDefaults.Issuer);

        foreach (var (name, value) in launch.Values)
        {
            // Odnoklassniki numbers its users anew: its user 5 is not VK's, whatever stands in vk_user_id.
            if (!launch.IsOdnoklassniki || name != VkClaimTypes.UserId)
            {
                user.Add(name, value);
            }
        }

        user.Add(ClaimTypes.NameIdentifier, launch.IsOdnoklassniki ? $"ok:{launch.OkUserId}" : launch[VkLaunchParamNames.UserId]!);
        return user;
    }
}
