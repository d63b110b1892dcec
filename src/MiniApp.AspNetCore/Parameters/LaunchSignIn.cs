using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>Signs in by the schemes that make a launch, and finds the one that turns a request away for want of it.</summary>
/// <param name="launches">The launches of all platforms.</param>
internal sealed class LaunchSignIn(ILaunchType[] launches)
{
    /// <summary>
    /// Signs in whoever has such a launch. To an endpoint that anybody may call, the framework lets the default scheme look at a request,
    /// or none.
    /// </summary>
    public async Task TrySignInAsync(HttpContext context, ILaunchType launch)
    {
        foreach (var scheme in await FindSchemesAsync(context, launch))
        {
            var result = await context.AuthenticateAsync(scheme.Name);
            if (result.Principal is { } signedIn && launch.IsIn(signedIn))
            {
                KeptSignIn.Begin(
                    context,
                    IsSignedIn(context.User) ? new ClaimsPrincipal([.. context.User.Identities, .. signedIn.Identities]) : signedIn,
                    result);
                KeepOutOfCache(context);
                return;
            }
        }
    }

    /// <summary>
    /// The scheme that challenges: one that the endpoint's policy names, or else the application's default one, or else the first. Where
    /// there are several, the one that can say what a page can act on, such as that the launch has expired, is before them all.
    /// </summary>
    public async Task<string?> ChooseSchemeAsync(HttpContext context, ILaunchType launch, AuthorizationPolicy? policy)
    {
        // Where none may sign in, one has to say what is missing all the same.
        var schemes = await FindSchemesAsync(context, launch) is { Length: > 0 } able ? able : await FindMakersAsync(context, launch);
        var named = policy?.AuthenticationSchemes ?? [];
        if (Array.FindAll(schemes, scheme => named.Contains(scheme.Name, StringComparer.Ordinal)) is { Length: > 0 } own)
        {
            schemes = own;
        }

        if (schemes.Length > 1)
        {
            foreach (var scheme in schemes)
            {
                if ((await context.AuthenticateAsync(scheme.Name)).Failure is { } failure
                    && (failure is MiniAppUnavailableException || RefusalReason.Of(failure) is not null))
                {
                    return scheme.Name;
                }
            }
        }

        var usual = await context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultChallengeSchemeAsync();
        return (Array.Find(schemes, scheme => scheme.Name == usual?.Name) ?? schemes.FirstOrDefault())?.Name;
    }

    public static bool IsSignedIn(ClaimsPrincipal user) => user.Identities.Any(identity => identity.IsAuthenticated);

    // When the cache looked at the request, nobody was signed in: it would keep this user's answer for everybody.
    private static void KeepOutOfCache(HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }
    }

    private async Task<AuthenticationScheme[]> FindSchemesAsync(HttpContext context, ILaunchType launch)
    {
        var choice = context.RequestServices.GetRequiredService<IChosenScheme>();
        var chosen = choice.Find(context);
        return Array.FindAll(await FindMakersAsync(context, launch), scheme => !choice.IsBeside(chosen, scheme.Name, scheme.HandlerType));
    }

    // A stranger's platforms may share one type of a launch.
    private async Task<AuthenticationScheme[]> FindMakersAsync(HttpContext context, ILaunchType launch)
    {
        var makers = Array.FindAll(launches, other => other.Type == launch.Type);
        var all = await context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        return [.. all.Where(scheme => Array.Exists(makers, maker => maker.IsMadeBy(scheme)))];
    }
}
