using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>Something that the claims of one launch must say of a value in the request's route.</summary>
/// <param name="issuer">The platform.</param>
/// <param name="routeParameter">The route parameter's name.</param>
/// <param name="sentence">The requirement in a sentence.</param>
/// <param name="isMet">Whether one launch meets it, with this value.</param>
internal sealed class LaunchRouteRequirement(string issuer, string routeParameter, string sentence, Func<LaunchClaims, string, bool> isMet)
    : LaunchRequirement(issuer, sentence), IAuthorizationHandler
{
    /// <summary>The endpoints that the fault was told of, so that no request can fill the log.</summary>
    private readonly ConditionalWeakTable<Endpoint, object> _reported = [];

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var request = Denial.FindRequest(context);
        var value = Convert.ToString(request?.Request.RouteValues[routeParameter], CultureInfo.InvariantCulture);

        Decide(context, !string.IsNullOrEmpty(value) && IsMetBy(context, launch => isMet(launch, value)));
        if (string.IsNullOrEmpty(value) && request is not null)
        {
            ReportMissing(request);
        }

        return Task.CompletedTask;
    }

    /// <summary>A route that lacks the parameter lets nobody in, ever, which nobody means.</summary>
    private void ReportMissing(HttpContext request)
    {
        if (request.GetEndpoint() is { } endpoint
            && (endpoint as RouteEndpoint)?.RoutePattern.GetParameter(routeParameter) is null
            && _reported.TryAdd(endpoint, this)
            && request.RequestServices.GetService<ILoggerFactory>()?.CreateLogger<LaunchRequirement>() is { } logger)
        {
            Log.RouteParameterMissing(logger, (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName, routeParameter, this);
        }
    }
}
