using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MiniApp.Tool.Serving;

/// <summary>
/// The address that the client asked the proxy for, as a place for a token: for pages that are opened, whose address has the launch, and for
/// web sockets, which can't have headers.
/// </summary>
internal static class OriginalAddress
{
    /// <summary>As nginx is told to call it, and as Traefik does. Envoy has this server asked for the address itself.</summary>
    private static readonly string[] Headers = ["X-Original-URI", "X-Forwarded-Uri"];

    private const string TokenParameter = "access_token";

    /// <summary>Every launch has one of them: VK's, and those of Telegram and MAX.</summary>
    private static readonly string[] Proofs = ["sign", "hash", "signature"];

    /// <summary>
    /// The parameter <c>access_token</c>, or else the whole query where it may be a launch; <see langword="null"/> where it has neither. An
    /// <c>Authorization</c> header comes before.
    /// </summary>
    public static string? FindToken(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0 || FindQuery(request) is not { Length: > 0 } query)
        {
            return null;
        }

        string? token = null;
        var isLaunch = false;
        foreach (var parameter in new QueryStringEnumerable(query))
        {
            var name = parameter.EncodedName.Span;
            isLaunch |= Array.Exists(Proofs, proof => parameter.EncodedName.Span.SequenceEqual(proof));
            if (name is TokenParameter)
            {
                if (token is not null)
                {
                    return null; // two are none, and nobody looks how many more there are
                }

                token = parameter.DecodeValue().ToString();
            }
        }

        return token ?? (isLaunch ? query : null);
    }

    private static string? FindQuery(HttpRequest request)
    {
        foreach (var name in Headers)
        {
            if (request.Headers[name] is { Count: > 0 } addresses)
            {
                return addresses is [{ } address] && address.IndexOf('?', StringComparison.Ordinal) is var start and >= 0 ? address[(start + 1)..] : null;
            }
        }

        return request.QueryString.Value is ['?', .. var query] ? query : null;
    }
}
