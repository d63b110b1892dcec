using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Adds the answers that turn a request away to an operation. Those that the application has described itself stay as they are.</summary>
internal static class RefusalResponses
{
    private const string ProblemJson = "application/problem+json";

    private static readonly int[] UnreadBody =
        [StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType];

    public static void Add(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        EndpointMetadataCollection endpoint,
        AuthorizationPolicy policy,
        IReadOnlyList<MiniAppScheme> schemes,
        LaunchUse? use)
    {
        var document = context.Document!;
        var hasBody = schemes.Any(scheme => scheme.WritesProblemDetails);

        Add(operation, StatusCodes.Status401Unauthorized, hasBody, document, HeaderNames.WWWAuthenticate, Text(
            "The challenge of RFC 6750: the error, if there were credentials, and what is wrong with them."));

        // Who only has to be signed in is never denied.
        if (policy.Requirements.Any(requirement => requirement is not DenyAnonymousAuthorizationRequirement))
        {
            Add(operation, StatusCodes.Status403Forbidden, hasBody, document);
        }

        if (endpoint.GetMetadata<TakeLaunchFromBodyAttribute>() is not null)
        {
            Array.ForEach(UnreadBody, status => Add(operation, status, hasBody: true, document));
        }

        if (use == LaunchUse.Bind)
        {
            Add(operation, StatusCodes.Status400BadRequest, hasBody: true, document);
        }

        if (IsStoreAsked(context.ApplicationServices, schemes, use))
        {
            Add(operation, StatusCodes.Status503ServiceUnavailable, hasBody || use is not null, document, HeaderNames.RetryAfter, new()
            {
                Description = "In how many seconds the request may be repeated.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            });
        }
    }

    /// <summary>Whether a request is turned away while a store of the application's can't tell: sessions are sealed with keys that one may keep.</summary>
    private static bool IsStoreAsked(IServiceProvider services, IReadOnlyList<MiniAppScheme> schemes, LaunchUse? use) =>
        services.GetService<IRevocationStore>() is not null
        || schemes.Any(scheme => scheme.Options is MiniAppSessionOptions)
        || (use is LaunchUse.Bind or LaunchUse.Once
            && services.GetRequiredService<IOptions<LaunchLedgerOptions>>().Value.OnUnavailable == LedgerUnavailableBehavior.Refuse);

    private static void Add(
        OpenApiOperation operation, int status, bool hasBody, OpenApiDocument document, string? header = null, OpenApiHeader? description = null)
    {
        var response = new OpenApiResponse
        {
            Description = ReasonPhrases.GetReasonPhrase(status),
            Headers = header is null ? null : new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { [header] = description! },
            Content = hasBody
                ? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemJson] = new() { Schema = ProblemSchema.Of(document) } }
                : null,
        };

        operation.Responses ??= [];
        operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), response);
    }

    private static OpenApiHeader Text(string description) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
