using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Requires that the mini app is that of one of these bots.</summary>
/// <param name="botIds">The bots' ids, above 0.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTelegramBotAttribute(params long[] botIds) : LaunchAuthorizeAttribute
{
    /// <summary>The bots' ids.</summary>
    public IReadOnlyList<long> BotIds => botIds;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => TelegramRequirements.Bot(botIds);
}
