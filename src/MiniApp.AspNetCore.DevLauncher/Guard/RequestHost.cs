using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// The host that a request calls, as it is spelled there, a name of other letters than ASCII's in <c>xn--</c>. The framework's own reading has
/// such a name in Unicode, and throws where it is none.
/// </summary>
internal static class RequestHost
{
    public static HostString Of(HttpRequest request) => new(request.Headers.Host.ToString());

    /// <summary>The host of an address that the application has, or its name alone, as a request to it spells that.</summary>
    public static HostString Spell(string host) => new(new HostString(host).ToUriComponent());

    /// <summary>
    /// The host, with its port, of an address of a page that a browser tells of; <see langword="null"/> where it is none of the web. Among other
    /// texts are some, such as two slashes and a mark of direction, on which the framework throws.
    /// </summary>
    public static string? OfPage(string address) =>
        address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Authority : null;
}
