using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MiniApp.AspNetCore.OpenApi;

/// <summary>Adds the schemes of launches and of sessions to a document. One that the application has described itself stays as it is.</summary>
internal sealed class SecuritySchemesTransformer(Action<string, OpenApiSecurityScheme>? describe) : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";

    public async Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (name, options, _) in await new SchemeDirectory(context.ApplicationServices).FindAllAsync())
        {
            var id = SecuritySchemeId.Of(name);
            if (document.Components?.SecuritySchemes?.ContainsKey(id) == true)
            {
                continue;
            }

            var scheme = options is MiniAppOptions launches ? Describe(launches) : Describe((MiniAppSessionOptions)options);
            describe?.Invoke(name, scheme);
            document.AddComponent(id, scheme);
        }
    }

    private static OpenApiSecurityScheme Describe(MiniAppOptions options)
    {
        var authScheme = options.AuthSchemes[0];
        var isBearer = authScheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase);

        return new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = isBearer ? Bearer : authScheme,
            BearerFormat = isBearer ? options.TokenName : null,
            Description = $"{options.TokenName}. {options.TokenSource}",
        };
    }

    private static OpenApiSecurityScheme Describe(MiniAppSessionOptions options) => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = Bearer,
        BearerFormat = "session",
        Description = "Session. The access token that was answered to a launch or to a refresh token, as it was answered."
            + (options.UseCookie || options.UseCookieForPages ? $" Or the cookie {options.CookieName} in its place, and the header X-Requested-With." : null),
    };
}
