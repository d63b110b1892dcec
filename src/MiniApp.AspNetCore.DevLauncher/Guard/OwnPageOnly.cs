using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>Whether a request comes from the launcher's own page, and from no other site that the browser has open.</summary>
internal static class OwnPageOnly
{
    /// <summary>
    /// The header in which the page's script says the secret with every request. A page of another site can't send it, unless the
    /// application's CORS lets it.
    /// </summary>
    public const string Header = "X-MiniApp-Launcher";

    /// <summary>Whether it is a request of a launcher's page: of this one, or of another platform's.</summary>
    public static bool HasHeader(HttpRequest request) => request.Headers.ContainsKey(Header);

    /// <summary>Whether the browser says that another site's page makes the request.</summary>
    public static bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin"
        || request.Headers.TryGetValue(HeaderNames.Origin, out var origin) && !IsOwn(origin.ToString(), RequestHost.Of(request));

    private static bool IsOwn(string origin, HostString host) =>
        RequestHost.OfPage(origin) is { } page && page.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
