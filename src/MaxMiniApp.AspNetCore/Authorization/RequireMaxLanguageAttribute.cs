using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Requires that the user's MAX is in one of these languages.</summary>
/// <param name="languages">MAX's names of them, such as <c>ru</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireMaxLanguageAttribute(params string[] languages) : LaunchAuthorizeAttribute
{
    /// <summary>The languages' names.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => MaxRequirements.Language(languages);
}
