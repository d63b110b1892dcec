using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Requires a user of Telegram: any, or one of these.</summary>
/// <param name="userIds">The users' ids, above 0; none for any user.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTelegramUserAttribute(params long[] userIds) : LaunchAuthorizeAttribute
{
    /// <summary>The users' ids; none for any user.</summary>
    public IReadOnlyList<long> UserIds => userIds;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => TelegramRequirements.User(userIds);
}
