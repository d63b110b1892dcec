using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MiniApp.AspNetCore;

/// <summary>Among a request's features: what was found in its body where an endpoint takes a launch from there.</summary>
/// <param name="Place">Where in the body the launch is.</param>
/// <param name="Content">The launch, or what is wrong with the body.</param>
/// <param name="AuthScheme">The auth-scheme that the launch stands behind, as in the header; <see langword="null"/> where it is bare.</param>
internal sealed record LaunchBody(TakeLaunchFromBodyAttribute Place, LaunchBodyContent Content, string? AuthScheme)
{
    /// <summary>The launch in the body, if the request's endpoint is one that takes it from there.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authSchemes">The auth-schemes that it may stand behind. A bare one may be anybody's.</param>
    public static string? FindToken(HttpContext context, IReadOnlyList<string> authSchemes) => Find(context)?.ReadToken(authSchemes);

    /// <summary>Whether the request comes with a launch in its body, whosever and however good.</summary>
    /// <param name="context">The request.</param>
    public static bool HasLaunch(HttpContext context) => Find(context) is { Content.Token.Length: > 0 };

    /// <summary>Reads a body, and leaves it to be read again.</summary>
    public static async ValueTask<LaunchBodyContent> ReadAsync(HttpRequest request, TakeLaunchFromBodyAttribute place)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return LaunchBodyContent.None;
        }

        var isJson = request.HasJsonContentType();
        if (!isJson && !(place.AcceptForm && request.HasFormContentType))
        {
            return LaunchBodyContent.Bad(
                $"The body must be JSON, with the content type application/json{(place.AcceptForm ? ", or a form" : null)}.",
                StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await ReadBytesAsync(request) is not { } bytes ? LaunchBodyContent.TooLong
                : isJson ? LaunchBodyJson.Read(bytes, place.Name)
                : await LaunchBodyForm.ReadAsync(request, place.Name);
        }
        catch (BadHttpRequestException exception)
        {
            return LaunchBodyContent.Bad("The body can't be read.", exception.StatusCode);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return LaunchBodyContent.Bad("The body ended early.");
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What is thrown by a stream that decompresses, which an application may have put in place: the second by that of Brotli.
            return LaunchBodyContent.Bad("The body can't be read.");
        }
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

    /// <summary>The whole body, which is put back; <see langword="null"/> where it is too long.</summary>
    private static async ValueTask<byte[]?> ReadBytesAsync(HttpRequest request)
    {
        if (request.ContentLength > TakeLaunchFromBodyAttribute.MaxLength)
        {
            return null;
        }

        var reader = request.BodyReader;
        var read = await reader.ReadAtLeastAsync(TakeLaunchFromBodyAttribute.MaxLength + 1, request.HttpContext.RequestAborted);
        var bytes = read.Buffer.Length > TakeLaunchFromBodyAttribute.MaxLength ? null : read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        if (bytes is not null)
        {
            request.Body = new MemoryStream(bytes, writable: false);
        }

        return bytes;
    }
}
