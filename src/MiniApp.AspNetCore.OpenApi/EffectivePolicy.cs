using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
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
    public static async Task<AuthorizationPolicy?> FindAsync(ApiDescription operation, IServiceProvider services)
    {
        var policies = services.GetService<IAuthorizationPolicyProvider>();
        var metadata = FindMetadata(operation.ActionDescriptor, services);
        if (policies is null || metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return await FindLaunchesAsync(metadata, services);
        }

        AuthorizationPolicy?[] demands =
        [
            await AuthorizationPolicy.CombineAsync(
                policies, metadata.GetOrderedMetadata<IAuthorizeData>(), metadata.GetOrderedMetadata<AuthorizationPolicy>()),
            FindRequirements(metadata),
            await FilterPolicy.FindAsync(operation.ActionDescriptor, policies, services),
        ];

        AuthorizationPolicy[] demanded = [.. demands.OfType<AuthorizationPolicy>()];
        return demanded.Length == 0 || DemandsUnusedLaunchAlone(demanded, metadata)
            ? await FindLaunchesAsync(metadata, services)
            : AuthorizationPolicy.Combine(demanded);
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

    // Of itself, that does not say who may come: whoever comes is signed in by the launch that is used.
    private static bool DemandsUnusedLaunchAlone(AuthorizationPolicy[] demanded, EndpointMetadataCollection metadata) =>
        demanded.Length == 1 && metadata.GetOrderedMetadata<IAuthorizationRequirementData>() is [RequireUnusedLaunchAttribute] && FindRequirements(metadata) is { } own
        && demanded[0].Requirements.SequenceEqual(own.Requirements);

    private static AuthorizationPolicy? FindRequirements(EndpointMetadataCollection metadata) =>
        metadata.GetOrderedMetadata<IAuthorizationRequirementData>() is { Count: > 0 } further
            ? new AuthorizationPolicyBuilder().AddRequirements([.. further.SelectMany(data => data.GetRequirements())]).Build()
            : null;
}
