using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>The schemes that take launches, and which of them a request's token is of.</summary>
internal sealed class LaunchPicker(LaunchSchemeList schemes, IChosenScheme chosen)
{
    /// <summary>The first that was added: it answers who has no token at all, also where none may sign in.</summary>
    /// <param name="context">The request.</param>
    public string? FindFirst(HttpContext context) => FindAll(context).Concat(schemes.FindAll()).FirstOrDefault()?.Name;

    /// <summary>
    /// The scheme that a request's token is of, or else the first that finds a token which is no session's; <see langword="null"/> where none
    /// does. Nothing is verified.
    /// </summary>
    /// <param name="request">The request.</param>
    public string? Find(HttpRequest request) => Find(request, mustLookLikeOne: false);

    /// <summary>
    /// A scheme of which a fresh launch is all that the user of a session lacks, of the user's own platform if it will do;
    /// <see langword="null"/> where there is none.
    /// </summary>
    /// <param name="context">The request.</param>
    public string? FindMending(HttpContext context) =>
        Denial.Find(context) is not { IsForAgeAlone: true } denial || context.User.GetSession() is null ? null
        : FindAll(context).Where(scheme => denial.FindMaxAge(scheme.Options.OriginalIssuer) is not null)
            .MaxBy(scheme => context.User.HasClaim(claim => claim.OriginalIssuer == scheme.Options.OriginalIssuer))?.Name;

    /// <summary>Whether a request's token looks like that of a launch.</summary>
    /// <param name="request">The request.</param>
    public bool HasLaunch(HttpRequest request) => Find(request, mustLookLikeOne: true) is not null;

    /// <summary>The options of a scheme; <see langword="null"/> where it takes no launches.</summary>
    /// <param name="scheme">The scheme's name.</param>
    public MiniAppOptions? FindOptions(string? scheme) => Array.Find(schemes.FindAll(), known => known.Name == scheme)?.Options;

    private string? Find(HttpRequest request, bool mustLookLikeOne)
    {
        string? first = null;
        foreach (var scheme in FindAll(request.HttpContext))
        {
            var options = scheme.Options;
            if (options.TryRetrieveToken(request, out var token) && !TokenShape.IsProtectedTicket(token))
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

    /// <summary>All, but for those beside one that the application has chosen itself.</summary>
    private LaunchScheme[] FindAll(HttpContext context) =>
        schemes.HasSeveralOfOnePlatform ? FindAll(chosen.Find(context)) : schemes.FindAll();

    private LaunchScheme[] FindAll(AuthenticationScheme? one) =>
        Array.FindAll(schemes.FindAll(), scheme => !chosen.IsBeside(one, scheme.Name, scheme.Handler));
}
