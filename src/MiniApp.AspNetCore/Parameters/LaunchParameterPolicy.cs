using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.Logging;

namespace MiniApp.AspNetCore;

/// <summary>
/// Puts, where the code behind an endpoint takes a launch, one in the endpoint's place that provides it. Routing asks this policy
/// nothing about requests to other endpoints.
/// </summary>
internal sealed class LaunchParameterPolicy(IEnumerable<ILaunchType> launches, ILogger<LaunchParameterPolicy> logger)
    : MatcherPolicy, IEndpointSelectorPolicy
{
    private readonly ILaunchType[] _launches = [.. launches];

    /// <summary>An endpoint, and what stands in its place. Applications may make endpoints anew, over and over.</summary>
    private readonly ConditionalWeakTable<Endpoint, Endpoint> _known = [];

    /// <summary>The last: others put endpoints in place of others, too.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        ContainsDynamicEndpoints(endpoints) || endpoints.Any(endpoint => IsUnreadPage(endpoint) || Provide(endpoint) != endpoint);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index)
                && candidates[index].Endpoint is { } endpoint
                && Provide(endpoint) is var provided
                && provided != endpoint)
            {
                candidates.ReplaceEndpoint(index, provided, candidates[index].Values);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether the endpoint is a page that is read when the first request asks for it.</summary>
    private static bool IsUnreadPage(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not (null or CompiledPageActionDescriptor);

    private Endpoint Provide(Endpoint endpoint)
    {
        if (!_known.TryGetValue(endpoint, out var provided))
        {
            // Of two that are made at once, all requests are given the same one: others may keep what they know of an endpoint with it.
            provided = _known.GetValue(endpoint, Make);
        }

        return provided;
    }

    private Endpoint Make(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate is not { Target: not LaunchProvider } handle)
        {
            return endpoint;
        }

        var parameters = LaunchParameterReader.Read(endpoint.Metadata, type => Array.Exists(_launches, launch => launch.Type == type));
        if (parameters.Count == 0)
        {
            return endpoint;
        }

        RequestDelegate provide = new LaunchProvider(endpoint, handle, parameters, _launches, logger).InvokeAsync;
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(provide, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(provide, endpoint.Metadata, endpoint.DisplayName);
    }
}
