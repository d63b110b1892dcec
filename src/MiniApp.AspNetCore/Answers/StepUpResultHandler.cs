using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MiniApp.AspNetCore;

/// <summary>
/// Has a denial for a launch's age alone answered by the schemes that can take a fresh launch, and by no other: a session's scheme beside
/// them would make a 403 of it, or send the page elsewhere. A 503 of one scheme is not made a 401 by another. Everything else is the
/// framework's.
/// </summary>
internal sealed class StepUpResultHandler(IAuthenticationSchemeProvider schemes, MiniAppSchemes miniApps, UnaskedSchemes unasked)
    : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _framework = new();

    /// <summary>Takes the place of the framework's handler. One of the application's own stays, and has the schemes answer as it likes.</summary>
    public static void AddTo(IServiceCollection services)
    {
        var current = services.LastOrDefault(service => service.ServiceType == typeof(IAuthorizationMiddlewareResultHandler));
        if (current is null || (!current.IsKeyedService && current.ImplementationType == typeof(AuthorizationMiddlewareResultHandler)))
        {
            services.AddSingleton<IAuthorizationMiddlewareResultHandler, StepUpResultHandler>();
        }
    }

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden
            && Denial.Find(context) is { IsForAgeAlone: true } denial
            && await FindSchemesAsync(policy, denial, context.User) is { Count: > 0 } able)
        {
            foreach (var scheme in able)
            {
                await context.ForbidAsync(scheme);
            }

            return;
        }

        if (authorizeResult.Challenged)
        {
            // The framework throws where no scheme is the default.
            await unasked.ReportAsync(context, policy);
        }

        await _framework.HandleAsync(next, context, policy, authorizeResult);
        if (authorizeResult.Challenged)
        {
            Unavailability.Insist(context);
        }
    }

    private async Task<List<string>> FindSchemesAsync(AuthorizationPolicy policy, Denial denial, ClaimsPrincipal user)
    {
        var asked = new List<AuthenticationScheme>();
        foreach (var name in policy.AuthenticationSchemes)
        {
            if (await schemes.GetSchemeAsync(name) is { } scheme)
            {
                asked.Add(scheme);
            }
        }

        if (asked.Count == 0 && await schemes.GetDefaultForbidSchemeAsync() is { } byDefault)
        {
            asked.Add(byDefault);
        }

        var able = asked.FindAll(IsAble);

        // A scheme that only chooses among others may choose a launch's for the next request, whichever it chose for this one.
        if (able.Count == 0 && asked.Exists(scheme => scheme.HandlerType == typeof(PolicySchemeHandler)))
        {
            able = [.. (await schemes.GetAllSchemesAsync()).Where(IsAble)];
        }

        // Where any platform's launch would do, it is the user's own platform that can be asked for one.
        var usual = able.FindAll(scheme => user.HasClaim(claim => claim.OriginalIssuer == miniApps.FindOptions(scheme)?.OriginalIssuer));
        return (usual.Count > 0 ? usual : able).ConvertAll(scheme => scheme.Name);

        bool IsAble(AuthenticationScheme scheme) =>
            miniApps.FindOptions(scheme) is { } options && denial.FindMaxAge(options.OriginalIssuer) is not null;
    }
}
