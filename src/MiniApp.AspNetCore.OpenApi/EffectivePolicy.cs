using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>What the authorization middleware will demand of an operation's requests.</summary>
internal static class EffectivePolicy
{
    /// <summary>The policy, put together as the middleware does it, or <see langword="null"/> where anyone may come in.</summary>
    public static async Task<AuthorizationPolicy?> FindAsync(ApiDescription operation, IServiceProvider services)
    {
        var policies = services.GetService<IAuthorizationPolicyProvider>();
        var metadata = FindMetadata(operation.ActionDescriptor, services);
        if (policies is null || metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        var policy = await AuthorizationPolicy.CombineAsync(
            policies, metadata.GetOrderedMetadata<IAuthorizeData>(), metadata.GetOrderedMetadata<AuthorizationPolicy>());

        var further = metadata.GetOrderedMetadata<IAuthorizationRequirementData>();
        if (further.Count == 0)
        {
            return policy;
        }

        var demanded = new AuthorizationPolicyBuilder().AddRequirements([.. further.SelectMany(data => data.GetRequirements())]).Build();
        return policy is null ? demanded : AuthorizationPolicy.Combine(policy, demanded);
    }

    // An action does not know what was said of all controllers at once, as by MapControllers().RequireAuthorization(); its endpoint does.
    private static EndpointMetadataCollection FindMetadata(ActionDescriptor action, IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata)
            .FirstOrDefault(metadata => metadata.GetMetadata<ActionDescriptor>()?.Id == action.Id)
        ?? new EndpointMetadataCollection(action.EndpointMetadata);
}
