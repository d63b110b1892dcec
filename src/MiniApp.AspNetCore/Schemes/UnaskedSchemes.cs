using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Finds a scheme that would have known the user of a request that was turned away, while the application is developed: middleware in the wrong
/// order, or a scheme beside others of which none is the default. Elsewhere nothing is looked for.
/// </summary>
internal sealed class UnaskedSchemes(
    LaunchSchemeList launches, IAuthenticationSchemeProvider schemes, ILogger<UnaskedSchemes> logger, IServiceProvider services)
{
    private readonly bool _isDevelopment = services.GetService<IHostEnvironment>()?.IsDevelopment() == true;

    /// <summary>Tells of such a scheme. A policy that names its schemes means them, so nothing is said there.</summary>
    public async Task ReportAsync(HttpContext context, AuthorizationPolicy policy)
    {
        if (!_isDevelopment || policy.AuthenticationSchemes.Count > 0)
        {
            return;
        }

        foreach (var scheme in await launches.FindAllAsync())
        {
            if (await AcceptsAsync(context, scheme.Name))
            {
                Log.LaunchNotAskedFor(logger, scheme.Name, await DescribeAsync(scheme.Name));
                return;
            }
        }
    }

    private static async Task<bool> AcceptsAsync(HttpContext context, string scheme)
    {
        try
        {
            return (await context.AuthenticateAsync(scheme)).Succeeded;
        }
        catch (Exception)
        {
            // The application's events threw, for a scheme that its answer did not ask: a hint must not turn that answer into an error.
            return false;
        }
    }

    private async Task<string> DescribeAsync(string scheme) =>
        (await schemes.GetDefaultAuthenticateSchemeAsync())?.Name == scheme
            ? "Put app.UseAuthentication() before app.UseAuthorization()."
            : $"Make it the default, AddAuthentication(\"{scheme}\"), or name it in the endpoint's policy, AddAuthenticationSchemes(\"{scheme}\").";
}
