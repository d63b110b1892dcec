using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// Finds what a page did wrong with its token, or else what may be wrong with the scheme's settings, for the log of an application that is
/// being developed. Elsewhere nobody asks. A request is written of once, however many schemes it is turned away by.
/// </summary>
internal static class PageMistakes
{
    private const string SeveralTokens = "The request has several tokens in one place, such as two Authorization headers.";

    private const string Preflight =
        "The request is a browser's question before a call from another origin (CORS), which never has a token: "
        + "put app.UseCors() before app.UseAuthorization().";

    private const string NoHeader =
        "The request has no Authorization header: the page sent none, or a redirect or a proxy took it away.";

    /// <summary>
    /// Why a token was refused. Where a signature was looked at, the token as a whole was spelled as one of the platform's is: MAX's may be
    /// percent-encoded once more.
    /// </summary>
    public static string? FindInRefused(HttpContext context, ReadOnlySpan<char> token, MiniAppException failure, MiniAppOptions options)
    {
        context.Items[typeof(PageMistakes)] = true;
        return FindInRefused(token, failure) ?? options.ExplainRefusal(failure) ?? FindInSettings(failure, options);
    }

    /// <summary>Why no token was found in a request that needed one. Another scheme's token is no mistake.</summary>
    public static string? FindInRequest(HttpRequest request, MiniAppOptions options)
    {
        var hint = request.HttpContext.Items.ContainsKey(typeof(PageMistakes)) ? null : FindInToken(request, options);
        if (hint is not null)
        {
            request.HttpContext.Items[typeof(PageMistakes)] = true;
        }

        return hint;
    }

    private static string? FindInToken(HttpRequest request, MiniAppOptions options)
    {
        var token = options.TokenRetriever?.Invoke(request);
        if (token is null && AuthorizationHeader.TryReadToken(request, options.AuthSchemes, out var inHeader))
        {
            token = inHeader.ToString();
        }

        return token is null ? FindInHeader(request, options)
            : AuthorizationHeader.IsOfAnotherScheme(token) ? null
            : TokenHints.Find(token);
    }

    private static string? FindInRefused(ReadOnlySpan<char> token, MiniAppException failure) => failure switch
    {
        MiniAppMalformedException when token.SequenceEqual(AuthorizationHeader.Unusable) => SeveralTokens,
        MiniAppMalformedException => TokenHints.Find(token),
        MiniAppInvalidSignatureException when token.Contains('&') || !token.Contains('%') => TokenHints.Find(token),
        _ => null,
    };

    private static string? FindInSettings(MiniAppException failure, MiniAppOptions options) => failure switch
    {
        MiniAppMalformedException => $"It is not what the scheme takes, or not all of it. {options.TokenSource}",
        MiniAppExpiredException =>
            $"A launch is good for {options.Lifetime:c}, by Lifetime. Where the page was opened just now, this machine's clock is fast: set it.",
        MiniAppNotYetValidException => "Where the page was opened just now, this machine's clock is slow: set it.",
        _ => null,
    };

    private static string? FindInHeader(HttpRequest request, MiniAppOptions options) =>
        request.Headers.Authorization is [{ } header] ? TokenHints.FindInHeader(header, options.AuthSchemes)
        : IsPreflight(request) ? Preflight
        : FindInBody(request.HttpContext) ?? (options.TokenRetriever is null ? NoHeader : null);

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>The name that the endpoint looks for, where the body was read and is sound.</summary>
    private static string? FindInBody(HttpContext context) =>
        context.Features.Get<LaunchBody>() is { Content: { Token: null, Fault: null }, Place: var place }
            ? $"The body has none either: it has to be the text \"{place.Name}\" at the top of a JSON object"
                + $"{(place.AcceptForm ? ", or a field of a form" : null)}."
            : null;
}
