using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Adds to an operation that demands authorization the schemes of launches and of sessions that it accepts, as alternatives.</summary>
internal sealed class SecurityRequirementsTransformer : IOpenApiOperationTransformer
{
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var services = context.ApplicationServices;
        var action = context.Description.ActionDescriptor;
        var endpoint = EffectivePolicy.FindMetadata(action, services);
        if (await EffectivePolicy.FindAsync(action, endpoint, services) is not { } policy)
        {
            return;
        }

        var use = FindUse(endpoint, services);
        var schemes = await FindSchemesAsync(policy, isLaunchUsed: use is not null, services);
        if (schemes.Count == 0)
        {
            return;
        }

        operation.Security ??= [];
        foreach (var scheme in schemes)
        {
            // Without the document, the reference would never find its scheme, and the requirement would be written as none at all.
            var reference = new OpenApiSecuritySchemeReference(SecuritySchemeId.Of(scheme.Name), context.Document);
            operation.Security.Add(new OpenApiSecurityRequirement { [reference] = [] });
        }

        LaunchBindingParameter.Add(operation, use);
        RefusalResponses.Add(operation, context, endpoint, policy, schemes, use);
    }

    /// <summary>How the operation uses a launch that nobody else may have used, or <see langword="null"/>.</summary>
    private static LaunchUse? FindUse(EndpointMetadataCollection endpoint, IServiceProvider services) =>
        endpoint.GetMetadata<RequireUnusedLaunchAttribute>() is null ? null : services.GetRequiredService<IOptions<LaunchLedgerOptions>>().Value.Use;

    private static async Task<IReadOnlyList<MiniAppScheme>> FindSchemesAsync(AuthorizationPolicy policy, bool isLaunchUsed, IServiceProvider services)
    {
        var accepted = await new SchemeDirectory(services).FindAcceptedAsync(policy);
        MiniAppScheme[] launches = [.. accepted.Where(scheme => scheme.Options is MiniAppOptions)];

        // No session will do, unless nothing else may come: then nobody is let in, and the refusals are theirs.
        return isLaunchUsed && launches.Length > 0 ? launches : accepted;
    }
}
