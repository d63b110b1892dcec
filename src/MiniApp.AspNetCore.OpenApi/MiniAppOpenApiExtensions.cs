using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MiniApp.AspNetCore.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Describes mini app authentication in OpenAPI documents.</summary>
public static class MiniAppOpenApiExtensions
{
    /// <summary>
    /// Adds the application's mini app schemes, of every platform and of sessions, to a document's security schemes. Each operation that
    /// demands authorization gets those that it accepts, and the answers by which it turns requests away. Other kinds of schemes are left
    /// alone. The lists that platforms add to, such as VK's platforms and roles, are described by their known values.
    /// </summary>
    /// <param name="options">The document's options.</param>
    /// <param name="describe">
    /// Changes a scheme's description, given the scheme's name: for tokens that are in another place than the <c>Authorization</c> header.
    /// </param>
    /// <returns>The document's options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static OpenApiOptions AddMiniAppSecurity(this OpenApiOptions options, Action<string, OpenApiSecurityScheme>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(options);

        return options
            .AddDocumentTransformer(new SecuritySchemesTransformer(describe))
            .AddOperationTransformer(new SecurityRequirementsTransformer())
            .AddSchemaTransformer(new OpenValuesTransformer());
    }
}
