using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace VkMiniApp.AspNetCore;

/// <summary>Requires that VK's interface is in one of these languages.</summary>
/// <param name="languages">VK's names of them, such as <c>ru</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireVkLanguageAttribute(params string[] languages) : LaunchAuthorizeAttribute
{
    /// <summary>VK's names of the languages.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => VkRequirements.Language(languages);
}
