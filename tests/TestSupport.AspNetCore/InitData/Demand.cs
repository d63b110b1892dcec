using Microsoft.AspNetCore.Authorization;

namespace TestSupport;

/// <summary>
/// The same demand of a launch as a policy and as an attribute, and what is said where the launch of the tests does not meet it;
/// <see langword="null"/> where it does.
/// </summary>
public sealed record Demand(Action<AuthorizationPolicyBuilder> Policy, LaunchAuthorizeAttribute Attribute, string? Refusal = null)
{
    public bool IsMet => Refusal is null;
}
