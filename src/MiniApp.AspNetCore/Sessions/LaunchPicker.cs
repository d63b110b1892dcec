using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The schemes that take launches, and which of them a request's token is of.</summary>
internal sealed class LaunchPicker(IAuthenticationSchemeProvider schemes, IEnumerable<IPlatformSchemes> platforms)
{
    private readonly IPlatformSchemes[] _platforms = [.. platforms];

    // The framework's list, and what is known of it. The list is another when a scheme was added or removed.
    private Tuple<IEnumerable<AuthenticationScheme>, KeyValuePair<AuthenticationScheme, IPlatformSchemes>[]>? _known;

    /// <summary>The first that was added: it answers who has no token at all.</summary>
    public string? First => FindAll() is [var first, ..] ? first.Key.Name : null;

    /// <summary>
    /// The scheme that a request's token is of, or else the first that finds a token which is no session's; <see langword="null"/> where none
    /// does. Nothing is verified.
    /// </summary>
    /// <param name="request">The request.</param>
    public string? Find(HttpRequest request) => Find(request, mustLookLikeOne: false);

    /// <summary>Whether a request's token looks like that of a launch.</summary>
    /// <param name="request">The request.</param>
    public bool HasLaunch(HttpRequest request) => Find(request, mustLookLikeOne: true) is not null;

    /// <summary>The options of a scheme; <see langword="null"/> where it takes no launches.</summary>
    /// <param name="scheme">The scheme's name.</param>
    public MiniAppOptions? FindOptions(string? scheme)
    {
        foreach (var (known, platform) in FindAll())
        {
            if (known.Name == scheme)
            {
                return platform.FindOptions(known);
            }
        }

        return null;
    }

    private string? Find(HttpRequest request, bool mustLookLikeOne)
    {
        string? first = null;
        foreach (var (scheme, platform) in FindAll())
        {
            if (platform.FindOptions(scheme) is { } options
                && options.TryRetrieveToken(request, out var token)
                && !TokenShape.IsProtectedTicket(token))
            {
                if (options.LooksLikeToken(token))
                {
                    return scheme.Name;
                }

                first ??= scheme.Name;
            }
        }

        return mustLookLikeOne ? null : first;
    }

    // Who picks a scheme can't wait, and need not: the framework has its list in memory.
    private KeyValuePair<AuthenticationScheme, IPlatformSchemes>[] FindAll()
    {
        var all = schemes.GetAllSchemesAsync().GetAwaiter().GetResult();
        var known = _known;
        if (known is null || !ReferenceEquals(known.Item1, all))
        {
            _known = known = new(all,
            [
                .. from scheme in all
                   from platform in _platforms
                   where platform.FindOptions(scheme) is not null
                   select KeyValuePair.Create(scheme, platform),
            ]);
        }

        return known.Item2;
    }
}
