using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace MiniApp.AspNetCore;

/// <inheritdoc/>
internal sealed class LaunchSchemes(IAuthenticationSchemeProvider schemes, MiniAppSchemes miniApps, LaunchSchemeList launches) : ILaunchSchemes
{
    public async Task<TimeSpan> FindLifetimeAsync(string? scheme) =>
        scheme is not null && await schemes.GetSchemeAsync(scheme) is { } known && miniApps.FindOptions(known) is { } options
        && options.Lifetime < TimeSpan.MaxValue - options.ClockSkew
            ? options.Lifetime + options.ClockSkew
            : TimeSpan.MaxValue;

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

    private static bool IsOf(ClaimsPrincipal user, string issuer) => user.HasClaim(claim => claim.OriginalIssuer == issuer);
}
