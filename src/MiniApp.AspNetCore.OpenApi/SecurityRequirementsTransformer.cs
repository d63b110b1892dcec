using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Adds to an operation that demands authorization the schemes of launches and of sessions that it accepts, as alternatives.</summary>
internal sealed class SecurityRequirementsTransformer : IOpenApiOperationTransformer
{
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (await EffectivePolicy.FindAsync(context.Description, context.ApplicationServices) is not { } policy)
        {
            return;
        }

        var schemes = await new SchemeDirectory(context.ApplicationServices).FindAcceptedAsync(policy);
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

        RefusalResponses.Add(operation, context, policy, schemes);
    }
}
