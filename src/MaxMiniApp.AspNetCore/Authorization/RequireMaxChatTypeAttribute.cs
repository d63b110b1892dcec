using Microsoft.AspNetCore.Authorization;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Requires that the mini app was opened in a chat of one of these kinds.</summary>
/// <param name="types">MAX's names of them: see <see cref="MaxChatType"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireMaxChatTypeAttribute(params string[] types) : LaunchAuthorizeAttribute
{
    /// <summary>The kinds' names.</summary>
    public IReadOnlyList<string> Types => types;

    /// <inheritdoc/>
    protected override IAuthorizationRequirement CreateRequirement() => MaxRequirements.ChatType(types);
}
