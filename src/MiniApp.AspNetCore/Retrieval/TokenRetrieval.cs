using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore;

/// <summary>
/// Places where a token may be, to compose a <see cref="MiniAppOptions.TokenRetriever"/> of. A request with several tokens in one place
/// is refused, not guessed at.
/// </summary>
public static class TokenRetrieval
{
    /// <summary>The <c>Authorization</c> header, behind one of these auth-schemes.</summary>
    /// <param name="authSchemes">The auth-schemes (RFC 9110, section 11.1), such as <c>Bearer</c>; in any case.</param>
    /// <exception cref="ArgumentException">There is none, or one holds a character that none may hold, such as a space.</exception>
    public static Func<HttpRequest, string?> FromAuthorizationHeader(params string[] authSchemes)
    {
        var accepted = Require(authSchemes, nameof(authSchemes), text => AuthorizationHeader.IsName(text));
        return request => AuthorizationHeader.TryReadToken(request, accepted, out var token) ? token.ToString() : null;
    }

    /// <summary>
    /// The <c>Authorization</c> header that holds nothing but the token. One with an auth-scheme before its credentials is left to
    /// other schemes.
    /// </summary>
    public static Func<HttpRequest, string?> FromBareAuthorizationHeader() => request =>
        ReadSingle(request.Headers.Authorization) is { Length: > 0 } header && !AuthorizationHeader.HasAuthScheme(header) ? header : null;

    /// <summary>The first of these headers that the request has.</summary>
    /// <param name="names">The headers' names, such as <c>X-Launch-Params</c>; in any case.</param>
    /// <exception cref="ArgumentException">There is no name, or one holds a character that no name may hold, such as a space.</exception>
    public static Func<HttpRequest, string?> FromHeader(params string[] names)
    {
        var accepted = Require(names, nameof(names), text => AuthorizationHeader.IsName(text));
        return request => FirstIn(accepted, name => ReadSingle(request.Headers[name]));
    }

    /// <summary>
    /// A parameter of the request's query, for requests that can't have headers: SignalR and other web sockets. Addresses end up in the
    /// logs of servers and proxies, so nothing but these paths takes it from there.
    /// </summary>
    /// <param name="name">The parameter's name; SignalR's clients call it <c>access_token</c>.</param>
    /// <param name="paths">
    /// The paths, such as <c>/hubs</c>, with all that is below them: <c>/hubs/chat</c>, but not <c>/hubs2</c>. Neither case nor a slash at
    /// the end makes a difference, as with routes. The path that the application is mounted under is no part of them.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty, there is no path, or one does not start with a slash.</exception>
    public static Func<HttpRequest, string?> FromQuery(string name, params string[] paths)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var accepted = Array.ConvertAll(Require(paths, nameof(paths), text => text is ['/', ..]), path => new PathString(path.TrimEnd('/')));

        return request => Array.Exists(accepted, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            ? ReadSingle(request.Query[name])
            : null;
    }

    /// <summary>
    /// The page's own address, for pages that the server makes: VK opens a page with the launch in the query, so that its first request has it.
    /// An address without a parameter whose name begins with <c>vk_</c> has no credentials. Any other is judged as a launch, with the
    /// application's own parameters in it, and refused where it is none. Telegram and MAX put nothing into an address that a server sees.
    /// </summary>
    /// <remarks>
    /// Addresses end up in logs, in the history and in the <c>Referer</c>. <c>UseMiniAppPageSignIn()</c> exchanges the launch for a cookie, and
    /// sends the browser on to the address without it.
    /// </remarks>
    public static Func<HttpRequest, string?> FromPageAddress() =>
        request => PageAddress.HasLaunch(request.QueryString) ? request.QueryString.Value : null;

    /// <summary>The first of these places that has a token.</summary>
    /// <param name="retrievers">The places, in the order in which they are looked at.</param>
    /// <exception cref="ArgumentException">There is none, or one is <see langword="null"/>.</exception>
    public static Func<HttpRequest, string?> FirstOf(params Func<HttpRequest, string?>[] retrievers)
    {
        ArgumentNullException.ThrowIfNull(retrievers);
        if (retrievers.Length == 0 || Array.Exists(retrievers, retriever => retriever is null))
        {
            throw new ArgumentException("There must be a place to look at, and none may be null.", nameof(retrievers));
        }

        Func<HttpRequest, string?>[] places = [.. retrievers];
        return request => FirstIn(places, place => place(request));
    }

    private static string? ReadSingle(StringValues values) => values.Count switch
    {
        0 => null,
        1 => values[0],
        _ => AuthorizationHeader.Unusable,
    };

    private static string? FirstIn<T>(T[] places, Func<T, string?> read) => places.Select(read).FirstOrDefault(token => token is not null);

    private static string[] Require(string[] texts, string parameterName, Predicate<string> isRight)
    {
        ArgumentNullException.ThrowIfNull(texts, parameterName);

        return texts.Length > 0 && Array.TrueForAll(texts, isRight) ? [.. texts]
            : throw new ArgumentException($"There must be at least one of the {parameterName}, and each must be one.", parameterName);
    }
}
