using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Adds the answers 401 and 403 to an operation. Those that the application has described itself stay as they are.</summary>
internal static class RefusalResponses
{
    private const string ProblemJson = "application/problem+json";

    public static async Task AddAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        AuthorizationPolicy policy,
        IReadOnlyList<MiniAppScheme> schemes,
        CancellationToken cancellationToken)
    {
        var hasBody = schemes.Any(scheme => scheme.WritesProblemDetails);
        var body = hasBody ? await DescribeProblemAsync(context.Document!, context, cancellationToken) : null;

        var unauthorized = Describe(StatusCodes.Status401Unauthorized, body);
        unauthorized.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            [HeaderNames.WWWAuthenticate] = DescribeChallenge(),
        };

        operation.Responses ??= [];
        operation.Responses.TryAdd(Key(StatusCodes.Status401Unauthorized), unauthorized);

        // Who only has to be signed in is never denied.
        if (policy.Requirements.Any(requirement => requirement is not DenyAnonymousAuthorizationRequirement))
        {
            operation.Responses.TryAdd(Key(StatusCodes.Status403Forbidden), Describe(StatusCodes.Status403Forbidden, body));
        }
    }

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static OpenApiResponse Describe(int status, IOpenApiSchema? body) => new()
    {
        Description = ReasonPhrases.GetReasonPhrase(status),
        Content = body is null
            ? null
            : new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemJson] = new() { Schema = body } },
    };

    private static OpenApiHeader DescribeChallenge() => new()
    {
        Description = "The challenge of RFC 6750: the error, if there were credentials, and what is wrong with them.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    // The framework puts the schema under this name too, where an operation says by itself that it answers so.
    private static async Task<IOpenApiSchema> DescribeProblemAsync(
        OpenApiDocument document, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (document.Components?.Schemas?.ContainsKey(nameof(ProblemDetails)) != true)
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), parameterDescription: null, cancellationToken);
            document.AddComponent(nameof(ProblemDetails), schema);
        }

        return new OpenApiSchemaReference(nameof(ProblemDetails), document);
    }
}
