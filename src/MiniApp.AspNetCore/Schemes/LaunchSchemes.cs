using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
internal sealed class LaunchSchemes(IAuthenticationSchemeProvider schemes, LaunchSchemeList launches) : ILaunchSchemes
{
    public async Task<TimeSpan> FindLifetimeAsync(string? scheme)
    {
        var all = await launches.FindAllAsync();

        // What one scheme refuses for its age by then, another of the same app may still take.
        return Array.Find(all, known => known.Name == scheme) is { Handler: var handler }
            ? all.Where(known => known.Handler == handler).Max(LifetimeOf)
            : TimeSpan.MaxValue;
    }

    public async Task<IReadOnlyList<string>> FindAsync(ClaimsPrincipal user, IReadOnlyList<string> names)
    {
        var all = await launches.FindAllAsync();
        var named = Array.FindAll(all, scheme => names.Contains(scheme.Name, StringComparer.Ordinal));
        var usual = await schemes.GetDefaultChallengeSchemeAsync();
        return
        [
            .. (named is [] ? all : named)
                .OrderByDescending(scheme => IsOf(user, scheme.Options.OriginalIssuer))
                .ThenByDescending(scheme => scheme.Name == usual?.Name)
                .Select(scheme => scheme.Name),
        ];
    }

    // A scheme whose options can't be made takes no launch now, and must not have those of another refused.
    private static TimeSpan LifetimeOf(LaunchScheme scheme)
    {
        try
        {
            var options = scheme.Options;
            return options.Lifetime < TimeSpan.MaxValue - options.ClockSkew ? options.Lifetime + options.ClockSkew : TimeSpan.MaxValue;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return TimeSpan.Zero;
        }
    }

    private static bool IsOf(ClaimsPrincipal user, string issuer) => user.HasClaim(claim => claim.OriginalIssuer == issuer);
}
