using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore;

/// <summary>
/// Whether a browser says that a request is our own page's, or a navigation to it. Any page may have one sent with our cookie, but no page can
/// write what is read here.
/// </summary>
internal static class RequestOrigin
{
    private const string Site = "Sec-Fetch-Site";
    private const string Mode = "Sec-Fetch-Mode";
    private const string Purpose = "Sec-Purpose";

    /// <summary>
    /// Whether a script says so, by <c>X-Requested-With</c>, which it can send here only as far as CORS lets it. Android's WebView adds that header
    /// by itself to whatever any page sends, with the name of the app that shows the page, as in <c>com.vkontakte.android</c>, or with
    /// <c>WebView</c>. Those say nothing: a platform's app shows all of its mini apps in one.
    /// </summary>
    public static bool IsOfAScript(HttpRequest request) => request.Headers.XRequestedWith is [{ Length: > 0 } value]
        && !value.Contains('.', StringComparison.Ordinal)
        && !value.Equals("WebView", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What a page of this origin sends is ours, and so is what the user opens. Another site may lead a user here, as the platform does; it
    /// can't read the answer, and sends nothing by it (Fetch Metadata Request Headers, W3C).
    /// </summary>
    public static bool IsOurs(HttpRequest request) => request.Headers[Site] switch
    {
        ["same-origin" or "none"] => true,
        [_] => IsSafe(request) && request.Headers[Mode] is ["navigate"],
        [] => IsOursByOrigin(request),
        _ => false,
    };

    /// <summary>Whether a request may be for a page that is shown, as opposed to one for an image, a script or data.</summary>
    public static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers[Mode] is [] or ["navigate"] && !IsUpgrade(request);

    /// <summary>Whether a browser asks for a page that nobody may ever look at.</summary>
    public static bool IsPrefetch(HttpRequest request) =>
        request.Headers[Purpose] is [{ } purpose, ..] && purpose.StartsWith("prefetch", StringComparison.OrdinalIgnoreCase);

    // Browsers that don't have these headers, or have them not for web sockets, name the origin of whatever is not a plain GET. They spell a
    // name of other letters than ASCII's as in the host, which the framework's own reading would turn into Unicode, or throw where it can't.
    private static bool IsOursByOrigin(HttpRequest request) => request.Headers.Origin switch
    {
        [] => IsSafe(request),
        [{ } origin] => string.Equals(origin, $"{request.Scheme}://{request.Headers.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsSafe(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !IsUpgrade(request);

    private static bool IsUpgrade(HttpRequest request) => !StringValues.IsNullOrEmpty(request.Headers.Upgrade);
}
