using System.Security.Claims;
using MiniApp.AspNetCore;
using VkMiniApp;
using VkMiniApp.AspNetCore;

namespace MiniAppBackend;

/// <summary>What <c>/me</c> answers, to a launch and to a session.</summary>
internal sealed record Me(long? Id, string Platform, string Language)
{
    /// <summary>The claim of ours that a session keeps the language in: VK's own ages, and no session has it.</summary>
    private const string LanguageClaim = "language_at_start";

    public static Me Of(VkLaunchParams launch) =>
        new(launch.IsOdnoklassniki ? null : launch.UserId, launch.Platform.Value, launch.Language);

    public static Me Of(ClaimsPrincipal user) => user.GetVkLaunchParams() is { } launch
        ? Of(launch)
        : new(user.GetVkUserId(), user.FindFirstValue(VkClaimTypes.Platform) ?? "", user.FindFirstValue(LanguageClaim) ?? "");

    public static Task KeepLanguage(SessionStartingContext context)
    {
        if (context.Launch is VkLaunchParams launch)
        {
            context.Identity.AddClaim(new Claim(LanguageClaim, launch.Language));
        }

        return Task.CompletedTask;
    }
}
