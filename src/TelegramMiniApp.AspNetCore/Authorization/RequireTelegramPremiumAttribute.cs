using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Requires a user who has Telegram Premium.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTelegramPremiumAttribute : LaunchAuthorizeAttribute
{
    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => TelegramRequirements.Premium();
}
