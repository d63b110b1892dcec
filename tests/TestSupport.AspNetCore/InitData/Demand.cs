using Microsoft.AspNetCore.Authorization;

namespace TestSupport;

/// <summary>The same demand of a launch as a policy and as an attribute, and whether the launch of the tests meets it.</summary>
public sealed record Demand(Action<AuthorizationPolicyBuilder> Policy, LaunchAuthorizeAttribute Attribute, bool IsMet);
