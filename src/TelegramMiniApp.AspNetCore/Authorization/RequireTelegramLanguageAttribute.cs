using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace TelegramMiniApp.AspNetCore;

/// <summary>Requires that the user's Telegram is set to one of these languages.</summary>
/// <param name="languages">Telegram's names of them, such as <c>ru</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireTelegramLanguageAttribute(params string[] languages) : LaunchAuthorizeAttribute
{
    /// <summary>The languages' names.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => TelegramRequirements.Language(languages);
}
