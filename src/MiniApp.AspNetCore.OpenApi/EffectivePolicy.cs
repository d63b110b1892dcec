using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>
/// What the authorization middleware, and MVC's filters after it, will demand of an operation's requests; and where they demand nothing,
/// what its own code does.
/// </summary>
internal static class EffectivePolicy
{
    /// <summary>The policy, put together as they do it, or <see langword="null"/> where anyone may come in.</summary>
    /// <param name="action">The operation's action.</param>
    /// <param name="endpoint">What <see cref="FindMetadata"/> found of it.</param>
    /// <param name="services">The application's services.</param>
    public static async Task<AuthorizationPolicy?> FindAsync(ActionDescriptor action, EndpointMetadataCollection endpoint, IServiceProvider services)
    {
        var policies = services.GetService<IAuthorizationPolicyProvider>();
        if (policies is null || endpoint.GetMetadata<IAllowAnonymous>() is not null)
        {
            return await FindLaunchesAsync(endpoint, services);
        }

        var combined = await AuthorizationPolicy.CombineAsync(
            policies, endpoint.GetOrderedMetadata<IAuthorizeData>(), endpoint.GetOrderedMetadata<AuthorizationPolicy>());
        var ofFilters = await FilterPolicy.FindAsync(action, policies, services);
        var further = endpoint.GetOrderedMetadata<IAuthorizationRequirementData>();

        // A launch that has to be unused does not say who may come: whoever comes is signed in by that launch.
        return combined is null && ofFilters is null && further.All(data => data is RequireUnusedLaunchAttribute)
            ? await FindLaunchesAsync(endpoint, services)
            : AuthorizationPolicy.Combine(new[] { combined, FindRequirements(further), ofFilters }.OfType<AuthorizationPolicy>());
    }

    /// <summary>What is said of the operation's endpoint.</summary>
    /// <remarks>
    /// An action does not know what was said of all controllers at once, as by <c>MapControllers().RequireAuthorization()</c>; its endpoint does.
    /// </remarks>
    public static EndpointMetadataCollection FindMetadata(ActionDescriptor action, IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata)
            .FirstOrDefault(metadata => metadata.GetMetadata<ActionDescriptor>()?.Id == action.Id)
        ?? new EndpointMetadataCollection(action.EndpointMetadata);

    private static async Task<AuthorizationPolicy?> FindLaunchesAsync(EndpointMetadataCollection metadata, IServiceProvider services) =>
        await new SchemeDirectory(services).FindDemandedAsync(metadata) is { Length: > 0 } schemes
            ? new AuthorizationPolicyBuilder(schemes).RequireAuthenticatedUser().Build()
            : null;

    private static AuthorizationPolicy? FindRequirements(IReadOnlyList<IAuthorizationRequirementData> further) => further.Count > 0
        ? new AuthorizationPolicyBuilder().AddRequirements([.. further.SelectMany(data => data.GetRequirements())]).Build()
        : null;
}
