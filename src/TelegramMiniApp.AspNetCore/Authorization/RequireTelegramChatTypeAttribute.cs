using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Requires that the mini app was opened in a chat of one of these kinds.</summary>
/// <param name="types">Telegram's names of them: see <see cref="TelegramChatType"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTelegramChatTypeAttribute(params string[] types) : LaunchAuthorizeAttribute
{
    /// <summary>The kinds' names.</summary>
    public IReadOnlyList<string> Types => types;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => TelegramRequirements.ChatType(types);
}
