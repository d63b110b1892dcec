using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>What has a say in who an endpoint's user is, besides the default scheme.</summary>
/// <param name="endpoint">The endpoint.</param>
internal sealed class EndpointPolicy(Endpoint endpoint)
{
    private readonly AuthorizeFilter[] _filters =
        [.. endpoint.Metadata.GetMetadata<ActionDescriptor>()?.FilterDescriptors.Select(filter => filter.Filter).OfType<AuthorizeFilter>() ?? []];

    /// <summary>What the authorization middleware demanded of the request, before the endpoint was called.</summary>
    public async Task<AuthorizationPolicy?> FindAsync(IServiceProvider services) =>
        services.GetService<IAuthorizationPolicyProvider>() is { } policies && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? await AuthorizationPolicy.CombineAsync(
                policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>())
            : null;

    /// <summary>
    /// What MVC's own filters will demand once the endpoint is called, if they name schemes: they sign the user in anew, by those alone.
    /// </summary>
    public async Task<AuthorizationPolicy?> FindFiltersAsync(IServiceProvider services)
    {
        if (_filters.Length == 0 || services.GetService<IAuthorizationPolicyProvider>() is not { } policies)
        {
            return null;
        }

        var policy = new AuthorizationPolicyBuilder();
        foreach (var filter in _filters)
        {
            Add(filter.Policy ?? await AuthorizationPolicy.CombineAsync(filter.PolicyProvider ?? policies, filter.AuthorizeData ?? []));
        }

        Add(await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()));
        return policy.AuthenticationSchemes.Count > 0 ? policy.Build() : null;

        void Add(AuthorizationPolicy? further)
        {
            if (further is not null)
            {
                policy.Combine(further);
            }
        }
    }
}
