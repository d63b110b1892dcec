using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Finds an endpoint that lets anybody in, while the application is developed: it answers as if there were a user, and there is none. Each is
/// told of once.
/// </summary>
internal static class OpenEndpoint
{
    private static readonly ConditionalWeakTable<Endpoint, object> Told = [];

    /// <summary>Watches a request whose launch a scheme refused. Whatever asks for a user has turned it away before its answer starts.</summary>
    public static void WatchRefused(HttpContext context, ILogger logger, string scheme) =>
        Watch(context, logger, $"whose launch {scheme} refused", endpoint => IsOpen(endpoint) || Allows(endpoint));

    /// <summary>
    /// Watches a request without a launch. Code that does not care who is there may answer it; what takes the user was hardly meant to.
    /// </summary>
    public static void WatchUnsigned(HttpContext context, ILogger logger) =>
        Watch(context, logger, "without a launch", endpoint => IsOpen(endpoint) && !Allows(endpoint) && TakesUser(endpoint));

    private static void Watch(HttpContext context, ILogger logger, string request, Predicate<Endpoint> isAtFault)
    {
        if (context.Items.TryAdd(typeof(OpenEndpoint), true))
        {
            context.Response.OnStarting(() =>
            {
                if (HasLetAnybodyIn(context) && context.GetEndpoint() is { } endpoint && isAtFault(endpoint) && Told.TryAdd(endpoint, endpoint))
                {
                    Log.AnybodyLetIn(logger, endpoint.DisplayName, context.Response.StatusCode, request);
                }

                return Task.CompletedTask;
            });
        }
    }

    private static bool Allows(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsOpen(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null;

    private static bool TakesUser(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler
        && handler.GetParameters().Any(parameter => parameter.ParameterType == typeof(ClaimsPrincipal)
            || parameter.ParameterType.IsAssignableTo(typeof(IMiniAppLaunch)));

    private static bool HasLetAnybodyIn(HttpContext context) =>
        context.Response.StatusCode < StatusCodes.Status300MultipleChoices
        && !context.User.Identities.Any(identity => identity.IsAuthenticated);
}
