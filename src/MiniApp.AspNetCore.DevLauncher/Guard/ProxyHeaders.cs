using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MiniApp.AspNetCore.DevLauncher;

/// <summary>
/// The signs of a proxy or a tunnel in a request. Whoever comes through one may be anybody on the internet, so each sign counts, but for
/// those of a proxy on this machine, such as a development server for the page: it names nobody but this machine.
/// </summary>
internal static class ProxyHeaders
{
    private const string OriginalFor = "X-Original-For";
    private const string OriginalHost = "X-Original-Host";

    // What proxies, balancers, networks of content and tunnels add, by the beginnings of the names.
    private static readonly string[] Beginnings =
    [
        "X-Forward", "X-Original", "X-Real", "X-Client-", "X-Cluster-", "X-Remote-", "X-Proxy", "X-Originating-", "X-Nginx-", "X-Tunnel-",
        "CF-", "Fastly-", "Fly-", "Ngrok-", "X-Ngrok-", "X-Envoy-", "X-Amzn-", "X-Amz-", "X-Azure-", "X-ARR-", "X-MS-Proxy", "X-Vercel-",
        "X-Nf-", "X-Railway-", "X-Appengine-", "X-Google-", "X-Akamai-", "Akamai-", "X-Varnish", "X-Sucuri-", "X-Cdn-", "X-Localtunnel-",
        "X-Heroku-", "X-Replit-", "X-Pinggy-", "Tailscale-", "CloudFront-", "Cloudflare-", "Rndr-", "Forwarded-", "True-Client-", "Client-",
    ];

    // Whose it is, they name in many ways; that it passes on an address, or is a proxy, in few.
    private static readonly string[] Parts = ["Forwarded", "Proxy", "Tunnel", "Client-IP"];
    private static readonly string[] Ends = ["-IP", "ClientIP", "-Addr", "-Via"];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Forwarded", HeaderNames.Via, "Cdn-Loop", "X-Via", "X-Host", "X-Scheme", "X-Url-Scheme", "X-Rewrite-URL", "X-Cloud-Trace-Context",
        "X-Request-Start", "X-Coming-From", "Front-End-Https", "Surrogate-Capability");

    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "X-Forwarded-For", "X-Forwarded-Host", OriginalFor, OriginalHost, "X-Real-IP", "X-Client-IP", "Client-IP");

    /// <summary>The first header that says that the request came from beyond this machine, or <see langword="null"/>.</summary>
    public static string? Find(IHeaderDictionary headers)
    {
        foreach (var (name, value) in headers)
        {
            if (IsOfProxy(name) && !IsOfThisMachine(name, value, headers))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>
    /// The header in which the framework's own middleware keeps what it replaced, where a proxy beyond this machine is now in its place:
    /// what that proxy said is in no header any more. <see langword="null"/> where there is none.
    /// </summary>
    public static string? FindReplaced(HttpContext context) =>
        context.Request.Headers.ContainsKey(OriginalFor) && !LoopbackOnly.IsConnection(context.Connection) ? OriginalFor
        : context.Request.Headers.ContainsKey(OriginalHost) && !LoopbackOnly.IsHost(RequestHost.Of(context.Request)) ? OriginalHost
        : null;

    private static bool IsOfProxy(string spelled)
    {
        // Some write names as CGI does.
        var name = spelled.Replace('_', '-');

        return Names.Contains(name)
            || Array.Exists(Beginnings, beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(Parts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(Ends, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOfThisMachine(string name, StringValues value, IHeaderDictionary headers) =>
        Addresses.Contains(name) ? ForwardedList.AreLoopback(value)
        : Is(name, "Forwarded") ? ForwardedList.AreElementsLoopback(value)
        : Is(name, "X-Forwarded-Proto") || Is(name, "X-Forwarded-Port") ? headers.ContainsKey("X-Forwarded-For")
        : Is(name, "X-Original-Proto") && headers.ContainsKey(OriginalFor);

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
