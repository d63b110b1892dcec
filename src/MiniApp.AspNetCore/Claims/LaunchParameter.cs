using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MiniApp.AspNetCore;

/// <summary>
/// Lets the handlers of endpoints and the actions of API controllers take the launch as a parameter. The framework offers a type of the
/// core, which does not know ASP.NET Core, no other way than to be a service.
/// </summary>
internal static class LaunchParameter
{
    public static void Add<TLaunch>(IServiceCollection services)
        where TLaunch : class
    {
        services.AddHttpContextAccessor();
        services.TryAddTransient(provider => Find<TLaunch>(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
    }

    // Not a fault of the client's, but no launch is no reason for an answer 500 either: servers answer this exception with its status.
    private static TLaunch Find<TLaunch>(HttpContext? context)
        where TLaunch : class
    {
        if (context is null)
        {
            throw new InvalidOperationException($"{typeof(TLaunch).Name} belongs to a request, and here is none.");
        }

        if (context.User.GetLaunch<TLaunch>() is { } launch)
        {
            return launch;
        }

        throw context.User.Identities.Any(identity => identity.IsAuthenticated)
            ? new BadHttpRequestException(
                $"{context.GetEndpoint()?.DisplayName} takes {typeof(TLaunch).Name}, but the user was signed in by something else than a launch.",
                StatusCodes.Status403Forbidden)
            : new BadHttpRequestException(
                $"{context.GetEndpoint()?.DisplayName} takes {typeof(TLaunch).Name}, but lets in requests that nobody signed in. "
                + "Add RequireAuthorization() or [Authorize] to it.",
                StatusCodes.Status401Unauthorized);
    }
}
