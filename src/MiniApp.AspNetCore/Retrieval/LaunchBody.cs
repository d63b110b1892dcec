using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.AspNetCore;

/// <summary>Among a request's features: what was found in its body where an endpoint takes a launch from there.</summary>
/// <param name="Place">Where in the body the launch is.</param>
/// <param name="Content">The launch, or what is wrong with the body.</param>
/// <param name="AuthScheme">The auth-scheme that the launch stands behind, as in the header; <see langword="null"/> where it is bare.</param>
internal sealed record LaunchBody(TakeLaunchFromBodyAttribute Place, BodyToken Content, string? AuthScheme)
{
    /// <summary>The launch in the body, if the request's endpoint is one that takes it from there.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authSchemes">The auth-schemes that it may stand behind. A bare one may be anybody's.</param>
    public static string? FindToken(HttpContext context, IReadOnlyList<string> authSchemes) => Find(context)?.ReadToken(authSchemes);

    /// <summary>Whether the request comes with a launch in its body, whosever and however good.</summary>
    /// <param name="context">The request.</param>
    public static bool HasLaunch(HttpContext context) => Find(context) is { Content.Token.Length: > 0 };

    /// <summary>Reads a body, and leaves it to be read again.</summary>
    public static async ValueTask<BodyToken> ReadAsync(HttpRequest request, TakeLaunchFromBodyAttribute place)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return BodyToken.None;
        }

        var isJson = request.HasJsonContentType();
        if (!isJson && !(place.AcceptForm && request.HasFormContentType))
        {
            return BodyToken.OtherType(place.AcceptForm ? ", or a form" : "");
        }

        return await SmallBody.ReadAsync(request, TakeLaunchFromBodyAttribute.MaxLength, body =>
        {
            request.Body = new MemoryStream(body, writable: false);
            return isJson ? new(LaunchBodyJson.Read(body, place.Name)) : LaunchBodyForm.ReadAsync(request, place.Name);
        });
    }

    private static LaunchBody? Find(HttpContext context) =>
        context.Features.Get<LaunchBody>() is { } body
        && context.GetEndpoint()?.Metadata.GetMetadata<TakeLaunchFromBodyAttribute>() == body.Place
            ? body
            : null;

    private string? ReadToken(IReadOnlyList<string> authSchemes) =>
        AuthScheme is null ? Content.Token
        : authSchemes.Contains(AuthScheme, StringComparer.OrdinalIgnoreCase) ? Content.Token![AuthScheme.Length..].Trim(' ')
        : null;
}
