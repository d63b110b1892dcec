using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>
/// The body of an answer that turns a request away: the members of <see href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</see>, and what
/// the challenge says. It has a name of its own, since the application's other problems don't have these members.
/// </summary>
internal static class ProblemSchema
{
    private const string Name = "MiniAppProblemDetails";

    private static readonly string[] Errors = ["invalid_token", "insufficient_user_authentication"];

    private static readonly string[] Reasons =
        [ChallengeReasons.Expired, ChallengeReasons.Stale, ChallengeReasons.Replayed, ChallengeReasons.Revoked, ChallengeReasons.Banned];

    /// <summary>A reference to the schema, which the document has from then on.</summary>
    public static IOpenApiSchema Of(OpenApiDocument document)
    {
        if (document.Components?.Schemas?.ContainsKey(Name) != true)
        {
            document.AddComponent(Name, Create());
        }

        return new OpenApiSchemaReference(Name, document);
    }

    // Each is new: whoever gets a document may change what is in it.
    private static OpenApiSchema Create() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why the request was turned away.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text(),
            ["title"] = Text(),
            ["status"] = Number("int32"),
            ["detail"] = Text("What is wrong, for people. The sentence may change."),
            ["instance"] = Text(),
            ["error"] = OpenList.Describe(
                Text("The error of RFC 6750 or RFC 9470, as in WWW-Authenticate; missing where there were no credentials."), Errors),
            ["reason"] = OpenList.Describe(
                Text("What the page can act on; missing where there is nothing. For all but banned, a fresh launch is accepted."), Reasons),
            ["max_age"] = Number("int64", "How many seconds old a launch may be here, where it is too old."),
        },
    };

    private static OpenApiSchema Text(string? description = null) => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };

    private static OpenApiSchema Number(string format, string? description = null) => new()
    {
        Type = JsonSchemaType.Integer | JsonSchemaType.Null,
        Format = format,
        Description = description,
    };
}
