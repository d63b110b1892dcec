using Microsoft.AspNetCore.Http;
using MiniApp.AspNetCore;

namespace MaxMiniApp.AspNetCore;

/// <summary>Tells MAX's requests from others', for a policy scheme that picks the scheme by the look of the token.</summary>
public static class MaxHttpRequestExtensions
{
    /// <summary>
    /// Whether the <c>Authorization</c> header holds what looks like init data, behind <c>max</c> or <c>Bearer</c>. Nothing is verified:
    /// it says which scheme to ask, not what to believe. Other platforms' init data looks the same but for the word.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    public static bool HasMaxInitData(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        return AuthorizationHeader.TryRead(request, MaxMiniAppOptions.WordsWithBearer, out var token) && MaxInitData.LooksLikeInitData(token);
    }
}
