using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>
/// A text with known values, of which more may come: an <c>enum</c> would say that there are no others, and a client that was generated from
/// it would break on the next one. Each value is an example, as JSON Schema has them, and stands in <c>x-extensible-enum</c>, by which some
/// tools know such lists, in documents of OpenAPI 3.0 too.
/// </summary>
internal static class OpenList
{
    private const string Extension = "x-extensible-enum";

    /// <returns>The same schema.</returns>
    public static OpenApiSchema Describe(OpenApiSchema schema, IReadOnlyList<string> known)
    {
        schema.Examples = [.. known.Select(value => JsonValue.Create(value))];
        schema.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        schema.Extensions[Extension] = new JsonNodeExtension(new JsonArray([.. known.Select(value => (JsonNode)JsonValue.Create(value))]));
        return schema;
    }
}
