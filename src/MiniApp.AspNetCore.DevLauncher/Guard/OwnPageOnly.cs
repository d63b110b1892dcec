using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Whether a request comes from the launcher's own page, and from no other site that the browser has open.</summary>
internal static class OwnPageOnly
{
    // The page's script sends it with every request. A page of another site can't, unless the application's CORS lets it.
    private const string Header = "X-MiniApp-Launcher";

    /// <summary>Whether it is a request of a launcher's page: of this one, or of another platform's.</summary>
    public static bool HasHeader(HttpRequest request) => request.Headers.ContainsKey(Header);

    public static bool IsAllowed(HttpRequest request) =>
        HasHeader(request)
        && (!request.Headers.TryGetValue("Sec-Fetch-Site", out var site) || site == "same-origin")
        && (!request.Headers.TryGetValue(HeaderNames.Origin, out var origin)
            || Uri.TryCreate(origin, UriKind.Absolute, out var address)
            && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
